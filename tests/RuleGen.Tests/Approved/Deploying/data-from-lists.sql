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
        o.name IN (N'spells', N'spells_Outcome', N'')
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
DECLARE @source int = OBJECT_ID(N'[dbo].[Spell]');
SELECT @source = CASE
    WHEN PARSENAME(s.base_object_name, 4) IS NULL
        AND COALESCE(PARSENAME(s.base_object_name, 3), DB_NAME()) = DB_NAME()
        THEN OBJECT_ID(s.base_object_name)
END
FROM sys.synonyms AS s
WHERE s.object_id = OBJECT_ID(N'[dbo].[Spell]');
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
-- rulegen: the columns of the source
DECLARE @source int = OBJECT_ID(N'[dbo].[Diagnosis]');
SELECT @source = CASE
    WHEN PARSENAME(s.base_object_name, 4) IS NULL
        AND COALESCE(PARSENAME(s.base_object_name, 3), DB_NAME()) = DB_NAME()
        THEN OBJECT_ID(s.base_object_name)
END
FROM sys.synonyms AS s
WHERE s.object_id = OBJECT_ID(N'[dbo].[Diagnosis]');
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
SELECT TOP (1) COUNT_BIG(*), CONVERT(nvarchar(400), t.[Id])
FROM [dbo].[Spell] AS t
GROUP BY t.[Id]
HAVING COUNT_BIG(*) > 1;

-- ======== read
-- rulegen verify: rows, and what the deployed objects make of them; after each row its items
SELECT t.[Id], t.[Age], t.[OP_1], t.[OP_2], t.[OP_3], CASE WHEN o0.[Id] IS NULL THEN 0 ELSE 1 END, o0.[Outcome], o1.Kept, o1.[Outcome], 0, CAST(NULL AS int), CAST(NULL AS varchar(6)), CAST(NULL AS int)
FROM [dbo].[Spell] AS t
LEFT JOIN [ebi].[spells] AS o0
    ON o0.[Id] = t.[Id]
OUTER APPLY (SELECT 1 AS Kept, x.[Outcome] FROM [ebi].[spells_Outcome](t.[Id], t.[OP_1], t.[OP_2], t.[OP_3], t.[Age]) AS x) AS o1
UNION ALL
SELECT t.[Id], NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, i.[Seq], i.[Icd], i.[Grade]
FROM [dbo].[Diagnosis] AS i
INNER JOIN [dbo].[Spell] AS t
    ON i.[Spell_Id] = t.[Id]
ORDER BY 1, 10, 11;

