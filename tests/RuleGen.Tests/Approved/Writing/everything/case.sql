CASE
    -- The arm that the guidance is about
    WHEN
        (
            LEFT(Primary_Procedure, 4) LIKE '%V38[23456]%'
            OR (RIGHT(Primary_Procedure, 3)) NOT LIKE 'V39' -- Revision
            -- Instrumented
            -- and not
            OR (SUBSTRING(Primary_Procedure, 2, 3) LIKE '404')
            OR Provider_Code LIKE 'R%'
                AND ((SUBSTRING(Provider_Code, 1, 1))) IN ('R', 'T')
        )
        -- Not these
        AND NOT (
            All_Diagnoses LIKE '%M54[0-9]%'
            OR All_Diagnoses NOT LIKE 'M[^0-5A]_!%%' ESCAPE '!'
            OR All_Diagnoses LIKE '%[]%'
            OR All_Diagnoses LIKE '%M[1'
        )
        -- Both
        AND (
            All_Diagnoses IS NOT NULL
            AND NOT (UPPER(All_Diagnoses) LIKE '%c41[24]%')
        )
        -- Age between 19 and 120
        AND ISNULL([SPELLS].[Age_At_Start], Age_At_Activity) BETWEEN 19 AND 120
    THEN '1A_fusion' -- of two
    WHEN Site_Code = 'RXX01'
        OR Site_Code != 'RXX02'
        OR ('A') <= Ward
        OR (Ward) > N'B'
        OR (Provider_Code < 'R')
        OR (Provider_Code NOT BETWEEN 'RA' AND 'RZ')
        OR (LOWER(Ward)) NOT IN ('w1', N'w2')
        OR ((RTRIM((LTRIM(spells.ADMISSION_method))) LIKE '_1' ESCAPE N'\'))
        OR (RTRIM(spells.ADMISSION_method)) LIKE (N'2%')
        OR ((ISNULL(spells.ADMISSION_method, '99')) IN ('11', '12'))
        OR (COALESCE(Consultant, Ward, (N'(none)'))) LIKE '%[%]%[a-c]_ x%'
        OR ((UPPER(Consultant)) IS NULL)
        OR [Length of stay [days]]] >= 2
            AND [Length of stay [days]]] < 3000000000
            AND 7 <= COALESCE([Length of stay [days]]], -1)
            AND Patient_Number = (9434765919)
            AND Patient_Number <> -9223372036854775808
            -- Not known
            AND (Sex_Code) NOT IN (1, 2, 9)
            AND Sex_Code NOT BETWEEN 3 AND 8 -- All numbers
        OR (NOT (
            Sex_Code <= 1
            OR Sex_Code > 2
        ))
        -- Twice negated
        OR NOT NOT (
            Sex_Code = 0
            AND Sex_Code IS NOT NULL
        )
    THEN (N'O''Brien’s “other” label')
    WHEN 1!=1
    THEN NULL
    ELSE '' -- Everything else
END
