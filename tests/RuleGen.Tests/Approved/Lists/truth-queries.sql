SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Icd] LIKE 'M45%'
        AND [Diagnoses].[Grade] > 2
) THEN 1 WHEN NOT (EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Icd] LIKE 'M45%'
        AND [Diagnoses].[Grade] > 2
)) THEN 0 END AS Truth
FROM (SELECT 1 AS [1]) AS [s];

SELECT CASE WHEN [Diagnoses_of_row].[Main] NOT LIKE 'C%' THEN 1 WHEN NOT ([Diagnoses_of_row].[Main] NOT LIKE 'C%') THEN 0 END AS Truth
FROM (SELECT 1 AS [1]) AS [s]
OUTER APPLY (
    SELECT
        MAX(CASE WHEN [Diagnoses].[Seq] = 1 THEN [Diagnoses].[Icd] END) AS [Main]
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
) AS [Diagnoses_of_row];

SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Seq] = 1
        AND (
            [Diagnoses].[Icd] LIKE 'M%'
            OR [Diagnoses].[Grade] IS NULL
        )
) THEN 1 WHEN NOT (EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Seq] = 1
        AND (
            [Diagnoses].[Icd] LIKE 'M%'
            OR [Diagnoses].[Grade] IS NULL
        )
)) THEN 0 END AS Truth
FROM (SELECT 1 AS [1]) AS [s];

SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM (
        VALUES
            (1, [s].[OP_1]), (2, [s].[OP_2]), (3, [s].[OP_3])
    ) AS [Operations] ([Position], [Opcs])
    WHERE [Operations].[Opcs] IS NOT NULL
) THEN 1 WHEN NOT (EXISTS (
    SELECT 1
    FROM (
        VALUES
            (1, [s].[OP_1]), (2, [s].[OP_2]), (3, [s].[OP_3])
    ) AS [Operations] ([Position], [Opcs])
    WHERE [Operations].[Opcs] IS NOT NULL
)) THEN 0 END AS Truth
FROM (SELECT CAST(NULL AS varchar(4)) COLLATE Latin1_General_CI_AS AS [OP_1], CAST('W822' AS varchar(4)) COLLATE Latin1_General_CI_AS AS [OP_2], CAST(NULL AS varchar(4)) COLLATE Latin1_General_CI_AS AS [OP_3]) AS [s];

SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM (
        VALUES
            (1, [s].[OP_1]), (2, [s].[OP_2]), (3, [s].[OP_3])
    ) AS [Operations] ([Position], [Opcs])
    WHERE UPPER([Operations].[Opcs]) IN ('W822', 'W823')
) THEN 1 WHEN NOT (EXISTS (
    SELECT 1
    FROM (
        VALUES
            (1, [s].[OP_1]), (2, [s].[OP_2]), (3, [s].[OP_3])
    ) AS [Operations] ([Position], [Opcs])
    WHERE UPPER([Operations].[Opcs]) IN ('W822', 'W823')
)) THEN 0 END AS Truth
FROM (SELECT CAST(NULL AS varchar(4)) COLLATE Latin1_General_CI_AS AS [OP_1], CAST('W822' AS varchar(4)) COLLATE Latin1_General_CI_AS AS [OP_2], CAST(NULL AS varchar(4)) COLLATE Latin1_General_CI_AS AS [OP_3]) AS [s];

SELECT CASE WHEN [Diagnoses_of_row].[All_Codes] LIKE '%,C[0-9][0-9]%' THEN 1 WHEN NOT ([Diagnoses_of_row].[All_Codes] LIKE '%,C[0-9][0-9]%') THEN 0 END AS Truth
FROM (SELECT 1 AS [1]) AS [s]
OUTER APPLY (
    SELECT
        '|' + STRING_AGG(CAST([Diagnoses].[Icd] AS varchar(max)), ',') WITHIN GROUP (ORDER BY [Diagnoses].[Seq]) AS [All_Codes]
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
) AS [Diagnoses_of_row];

SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Icd] = 'Z51'
) THEN 1 WHEN NOT (EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Icd] = 'Z51'
)) THEN 0 END AS Truth
FROM (SELECT 1 AS [1]) AS [s];

SELECT CASE WHEN EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Icd] LIKE 'D0%'
) THEN 1 WHEN NOT (EXISTS (
    SELECT 1
    FROM (
        SELECT CAST('M45' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(1 AS int) AS [Seq] UNION ALL
        SELECT CAST('o''C' AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd], CAST(NULL AS int) AS [Grade], CAST(2 AS int) AS [Seq]
    ) AS [Diagnoses]
    WHERE [Diagnoses].[Icd] LIKE 'D0%'
)) THEN 0 END AS Truth
FROM (SELECT 1 AS [1]) AS [s];

SELECT CASE WHEN [s].[Age] < 19 THEN 1 WHEN NOT ([s].[Age] < 19) THEN 0 END AS Truth
FROM (SELECT CAST(NULL AS int) AS [Age]) AS [s];
