-- ======== query
-- rulegen: the server and the database
SELECT
    CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) AS Version,
    CONVERT(int, SERVERPROPERTY('EngineEdition')) AS EngineEdition,
    CONVERT(nvarchar(128), SERVERPROPERTY('Edition')) AS Edition,
    CONVERT(nvarchar(128), SERVERPROPERTY('BabelfishVersion')) AS BabelfishVersion,
    DB_NAME() AS DatabaseName,
    CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Collation')) AS Collation,
    CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Updateability')) AS Updateability;

-- ======== query
-- rulegen: whether SQLCLR functions run
SELECT CONVERT(int, c.value_in_use) FROM sys.configurations AS c WHERE c.name = N'clr enabled';

-- ======== query
-- rulegen: the permissions of the login
SELECT
    CASE WHEN HAS_PERMS_BY_NAME(N'[ebi]', 'SCHEMA', 'ALTER') = 1 THEN 1 ELSE HAS_PERMS_BY_NAME(N'[ebi]', 'SCHEMA', 'VIEW DEFINITION') END;

-- ======== query
-- rulegen: the objects
SELECT
    o.name,
    o.type,
    HASHBYTES('SHA2_256', m.definition) AS ModuleHash,
    (SELECT CONVERT(varbinary(32), p.value) FROM sys.extended_properties AS p
        WHERE p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'RuleGen.ModuleHash'),
    (SELECT CONVERT(nvarchar(64), p.value) FROM sys.extended_properties AS p
        WHERE p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'RuleGen.DefinitionHash'),
    (SELECT CONVERT(nvarchar(3000), p.value) FROM sys.extended_properties AS p
        WHERE p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'RuleGen.Edition'),
    (SELECT CONVERT(nvarchar(128), p.value) FROM sys.extended_properties AS p
        WHERE p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'RuleGen.GeneratorVersion'),
    (SELECT CONVERT(nvarchar(128), p.value) FROM sys.extended_properties AS p
        WHERE p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'RuleGen.Coding'),
    (SELECT HASHBYTES('SHA2_256', f.content) FROM sys.assembly_modules AS am
            INNER JOIN sys.assemblies AS a
                ON a.assembly_id = am.assembly_id
            INNER JOIN sys.assembly_files AS f
                ON f.assembly_id = am.assembly_id AND f.file_id = 1
            WHERE am.object_id = o.object_id) AS AssemblyContentHash,
    (SELECT a.name FROM sys.assembly_modules AS am
            INNER JOIN sys.assemblies AS a
                ON a.assembly_id = am.assembly_id
            INNER JOIN sys.assembly_files AS f
                ON f.assembly_id = am.assembly_id AND f.file_id = 1
            WHERE am.object_id = o.object_id) AS Assembly
FROM sys.objects AS o
LEFT JOIN sys.sql_modules AS m
    ON m.object_id = o.object_id
WHERE o.schema_id = SCHEMA_ID(N'ebi')
    AND (
        o.name IN (N'arms_only', N'arms_only_Outcome', N'arms_only_Outcome_Clr', N'')
        OR EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = o.object_id
                AND p.minor_id = 0
                AND p.name = N'RuleGen.DefinitionHash'))
ORDER BY o.name;

-- ======== query
-- rulegen: the columns of the source
DECLARE @source int = OBJECT_ID(N'[dbo].[APCS]');
SELECT @source = CASE
    WHEN PARSENAME(s.base_object_name, 4) IS NULL
        AND COALESCE(PARSENAME(s.base_object_name, 3), DB_NAME()) = DB_NAME()
        THEN OBJECT_ID(s.base_object_name)
END
FROM sys.synonyms AS s
WHERE s.object_id = OBJECT_ID(N'[dbo].[APCS]');
SELECT
    c.name COLLATE DATABASE_DEFAULT AS ColumnName,
    t.name COLLATE DATABASE_DEFAULT + CASE
        WHEN t.name IN (N'char', N'varchar', N'nchar', N'nvarchar', N'binary', N'varbinary')
            AND c.max_length = -1
            THEN N'(max)'
        WHEN t.name IN (N'char', N'varchar', N'binary', N'varbinary')
            THEN N'(' + CONVERT(nvarchar(10), c.max_length) + N')'
        WHEN t.name IN (N'nchar', N'nvarchar')
            THEN N'(' + CONVERT(nvarchar(10), c.max_length / 2) + N')'
        WHEN t.name IN (N'decimal', N'numeric')
            THEN N'(' + CONVERT(nvarchar(10), c.precision) + N', ' + CONVERT(nvarchar(10), c.scale) + N')'
        WHEN t.name IN (N'datetime2', N'datetimeoffset', N'time')
            THEN N'(' + CONVERT(nvarchar(10), c.scale) + N')'
        ELSE N''
    END AS TypeName,
    c.is_nullable AS MayBeNull,
    COALESCE(c.collation_name COLLATE DATABASE_DEFAULT, N'') AS CollationName
FROM sys.columns AS c
INNER JOIN sys.types AS t
    ON t.user_type_id = c.system_type_id
WHERE c.object_id = @source
ORDER BY c.column_id;

-- ======== query
-- rulegen: a key that several rows have
SELECT TOP (1) COUNT_BIG(*), CONVERT(nvarchar(400), t.[APCS_Ident])
FROM [dbo].[APCS] AS t
GROUP BY t.[APCS_Ident]
HAVING COUNT_BIG(*) > 1;

-- ======== read
-- rulegen verify: rows, and what the deployed objects make of them
SELECT t.[APCS_Ident], t.[Admission_Method], CASE WHEN o0.[APCS_Ident] IS NULL THEN 0 ELSE 1 END, o0.[Outcome], o1.Kept, o1.[Outcome], o2.Kept, o2.[Outcome]
FROM [dbo].[APCS] AS t
LEFT JOIN [ebi].[arms_only] AS o0
    ON o0.[APCS_Ident] = t.[APCS_Ident]
OUTER APPLY (SELECT 1 AS Kept, x.[Outcome] FROM [ebi].[arms_only_Outcome](t.[Admission_Method]) AS x) AS o1
OUTER APPLY (SELECT 1 AS Kept, x.[Outcome] FROM [ebi].[arms_only_Outcome_Clr](t.[Admission_Method]) AS x) AS o2;

