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
-- rulegen: the schema
SELECT SCHEMA_ID(N'ebi') AS SchemaId;

-- ======== query
-- rulegen: the permissions of the login
SELECT
    HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'CREATE VIEW'),
    HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'CREATE FUNCTION'),
    HAS_PERMS_BY_NAME(N'[dbo].[APCS]', 'OBJECT', 'SELECT'),
    HAS_PERMS_BY_NAME(N'[ebi]', 'SCHEMA', 'ALTER');

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
        o.name IN (N'arms_only', N'arms_only_Outcome', N'')
        OR EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = o.object_id
                AND p.minor_id = 0
                AND p.name = N'RuleGen.DefinitionHash'))
ORDER BY o.name;

-- ======== query
-- rulegen: the text of an object
SELECT m.definition FROM sys.sql_modules AS m WHERE m.object_id = OBJECT_ID(N'[ebi].[arms_only]');

