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
-- rulegen: the schema
SELECT SCHEMA_ID(N'ebi') AS SchemaId;

