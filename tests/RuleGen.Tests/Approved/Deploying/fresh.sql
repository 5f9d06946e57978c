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
    HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'ALTER ANY SCHEMA'),
    HAS_PERMS_BY_NAME('dbo', 'USER', 'IMPERSONATE');

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

-- ======== batch
-- Deployment to schema [ebi]: creates or updates what is named below, all of it or nothing.
-- Create view [ebi].[arms_only]: An edition; definition hash
--     d63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e
-- Create function [ebi].[arms_only_Outcome]: An edition; definition hash
--     d63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e
-- It was made for one database, and refuses to run where an object is not what it was then.
-- Run it as it is: sqlcmd -b -f 65001 -i FILE, or open it in SSMS.
-- Permissions: CREATE VIEW and CREATE FUNCTION in the database, ALTER on schema [ebi] (where it is not
--     there yet: ALTER ANY SCHEMA and IMPERSONATE on dbo), SELECT on [dbo].[APCS].
-- Locks: in one transaction, the application lock RuleGen, and on each object that it creates or updates
--     a schema modification lock, for which it waits 10 seconds at most; who reads the object waits
--     meanwhile.
-- To undo it: rulegen undeploy; or, to return to an earlier edition, deploy that.
-- Generated by RuleGen 0.1.0 for SQL Server 2016 SP1 and later, and Azure SQL; do not edit.

SET ANSI_NULLS, QUOTED_IDENTIFIER, ANSI_PADDING, ANSI_WARNINGS, CONCAT_NULL_YIELDS_NULL, ARITHABORT ON;
SET NUMERIC_ROUNDABORT OFF;
SET XACT_ABORT ON;
SET NOCOUNT ON;
SET LOCK_TIMEOUT 10000;

-- ======== batch
-- It has a transaction of its own, and neither joins nor ends one that is open.
IF @@TRANCOUNT > 0
BEGIN
    EXECUTE sys.sp_set_session_context @key = N'RuleGen', @value = NULL;
    RAISERROR(
        N'%s: a transaction is open in this session. End it with COMMIT or ROLLBACK, and run this script again.',
        16, 1, N'[ebi]');
    SET NOEXEC ON;
END
ELSE IF (@@OPTIONS & 2) = 2
BEGIN
    RAISERROR(
        N'%s: IMPLICIT_TRANSACTIONS is on. SET IMPLICIT_TRANSACTIONS OFF, and run this script again.',
        16, 1, N'[ebi]');
    SET NOEXEC ON;
END
ELSE
    EXECUTE sys.sp_set_session_context @key = N'RuleGen', @value = N'begun';

-- ======== batch
-- One transaction for all. After each batch: if it failed, undo everything and skip the rest.
BEGIN TRANSACTION;

-- ======== batch
DECLARE @lock int;
EXECUTE @lock = sys.sp_getapplock
    @Resource = N'RuleGen',
    @LockMode = N'Exclusive',
    @LockOwner = N'Transaction',
    @LockTimeout = 60000;
IF @lock < 0
    RAISERROR(
        N'%s: another deployment holds the lock; try again later.',
        16, 1, N'[ebi]');

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
-- The source must be what the script was made for: its columns, types and collations.
DECLARE @source int = OBJECT_ID(N'[dbo].[APCS]');
SELECT @source = CASE
    WHEN PARSENAME(s.base_object_name, 4) IS NULL
        AND COALESCE(PARSENAME(s.base_object_name, 3), DB_NAME()) = DB_NAME()
        THEN OBJECT_ID(s.base_object_name)
END
FROM sys.synonyms AS s
WHERE s.object_id = OBJECT_ID(N'[dbo].[APCS]');
DECLARE @column nvarchar(128), @difference nvarchar(400);
SELECT TOP (1) @column = d.ColumnName, @difference = d.Difference
FROM (
    SELECT
        e.Place,
        e.ColumnName,
        CASE
            WHEN c.ColumnName IS NULL THEN N'is not there'
            WHEN c.TypeName <> e.TypeName THEN N'is ' + c.TypeName + N', not ' + e.TypeName
            WHEN c.CollationName <> e.CollationName THEN N'has the collation ' + c.CollationName + N', not ' + e.CollationName
            WHEN c.MayBeNull = 1 AND e.MayBeNull = 0 THEN N'may be NULL'
        END AS Difference
    FROM (VALUES
        (1, N'APCS_Ident', N'bigint', N'', 0),
        (2, N'Admission_Method', N'varchar(2)', N'Latin1_General_CI_AS', 1)
    ) AS e (Place, ColumnName, TypeName, CollationName, MayBeNull)
    LEFT JOIN (
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
    ) AS c
        ON c.ColumnName = e.ColumnName
) AS d
WHERE d.Difference IS NOT NULL
ORDER BY d.Place;
IF @source IS NULL
    RAISERROR(
        N'%s is not in this database, or this login may not see it.',
        16, 1, N'[dbo].[APCS]');
ELSE IF @column IS NOT NULL
    RAISERROR(
        N'%s is not what this script was made for: column %s %s. Make one for it with rulegen build --schema FILE.',
        16, 1, N'[dbo].[APCS]', @column, @difference);

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
IF OBJECT_ID(N'[ebi].[arms_only]') IS NOT NULL
    RAISERROR(
        N'%s was changed after this script was made. Make a new one.',
        16, 1, N'[ebi].[arms_only]');

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
IF OBJECT_ID(N'[ebi].[arms_only]') IS NOT NULL
    AND NOT EXISTS (
        SELECT 1
        FROM sys.extended_properties AS p
        WHERE p.class = 1
            AND p.major_id = OBJECT_ID(N'[ebi].[arms_only]')
            AND p.minor_id = 0
            AND p.name = N'RuleGen.DefinitionHash')
    RAISERROR(
        N'%s exists and was not made by RuleGen. Rename or drop it, or deploy to another schema.',
        16, 1, N'[ebi].[arms_only]');

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
IF OBJECT_ID(N'[ebi].[arms_only_Outcome]') IS NOT NULL
    RAISERROR(
        N'%s was changed after this script was made. Make a new one.',
        16, 1, N'[ebi].[arms_only_Outcome]');

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
IF OBJECT_ID(N'[ebi].[arms_only_Outcome]') IS NOT NULL
    AND NOT EXISTS (
        SELECT 1
        FROM sys.extended_properties AS p
        WHERE p.class = 1
            AND p.major_id = OBJECT_ID(N'[ebi].[arms_only_Outcome]')
            AND p.minor_id = 0
            AND p.name = N'RuleGen.DefinitionHash')
    RAISERROR(
        N'%s exists and was not made by RuleGen. Rename or drop it, or deploy to another schema.',
        16, 1, N'[ebi].[arms_only_Outcome]');

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
BEGIN TRY
    IF SCHEMA_ID(N'ebi') IS NULL
    BEGIN
        EXECUTE (N'CREATE SCHEMA [ebi] AUTHORIZATION [dbo];');
        EXECUTE sys.sp_addextendedproperty
            N'RuleGen.GeneratorVersion', N'0.1.0',
            N'SCHEMA', N'ebi';
    END;
END TRY
BEGIN CATCH
    THROW;
END CATCH;

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
-- arms_only: A title
-- View: each row of [dbo].[APCS], with its outcome.
-- Publication: A publication
-- Edition: An edition
-- Definition hash: d63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e
-- Generated by RuleGen 0.1.0 for SQL Server 2016 SP1 and later, and Azure SQL; do not edit.
CREATE OR ALTER VIEW [ebi].[arms_only]
AS
SELECT
    [APCS].[APCS_Ident],
    CASE
        WHEN [APCS].[Admission_Method] LIKE '2%'
        THEN 'emergency'
    END AS [Outcome]
FROM [dbo].[APCS] AS [APCS];

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
-- arms_only: A title
-- Function: the outcome for one set of values.
-- What the guidance says of each clause, and notes on it, stand in the view [ebi].[arms_only].
-- Publication: A publication
-- Edition: An edition
-- Definition hash: d63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e
-- Generated by RuleGen 0.1.0 for SQL Server 2016 SP1 and later, and Azure SQL; do not edit.
CREATE OR ALTER FUNCTION [ebi].[arms_only_Outcome]
(
    @Admission_Method varchar(2)
)
RETURNS TABLE
WITH SCHEMABINDING
AS
RETURN
    SELECT
        CASE
            WHEN @Admission_Method COLLATE Latin1_General_CI_AS LIKE '2%'
            THEN 'emergency'
        END AS [Outcome];

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
BEGIN TRY
    IF EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only]')
                AND p.minor_id = 0
                AND p.name = N'MS_Description'
                AND EXISTS (
                    SELECT 1
                    FROM sys.extended_properties AS s
                    WHERE s.class = 1
                        AND s.major_id = p.major_id
                        AND s.minor_id = 0
                        AND s.name = N'RuleGen.Description'
                        AND CONVERT(varbinary(8000), CONVERT(nvarchar(4000), s.value))
                            = CONVERT(varbinary(8000), CONVERT(nvarchar(4000), p.value))))
        EXECUTE sys.sp_dropextendedproperty
            N'MS_Description',
            N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    DECLARE @stamp sysname;
    WHILE EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only]')
                AND p.minor_id = 0
                AND p.name LIKE N'RuleGen.%')
    BEGIN
        SELECT @stamp = MIN(p.name)
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only]')
                AND p.minor_id = 0
                AND p.name LIKE N'RuleGen.%';
        EXECUTE sys.sp_dropextendedproperty
            @stamp,
            N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    END;
    DECLARE @module varbinary(32);
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.DefinitionHash', N'd63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e',
        N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.Coding', N'arms_only',
        N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.Publication', N'A publication',
        N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.Edition', N'An edition',
        N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.GeneratorVersion', N'0.1.0',
        N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    SELECT @module = HASHBYTES('SHA2_256', m.definition)
        FROM sys.sql_modules AS m
        WHERE m.object_id = OBJECT_ID(N'[ebi].[arms_only]');
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.ModuleHash', @module,
        N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    IF NOT EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only]')
                AND p.minor_id = 0
                AND p.name = N'MS_Description')
    BEGIN
        EXECUTE sys.sp_addextendedproperty
            N'MS_Description', N'A title; A publication, An edition. Made by RuleGen.',
            N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
        EXECUTE sys.sp_addextendedproperty
            N'RuleGen.Description', N'A title; A publication, An edition. Made by RuleGen.',
            N'SCHEMA', N'ebi', N'VIEW', N'arms_only';
    END;
END TRY
BEGIN CATCH
    THROW;
END CATCH;

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
BEGIN TRY
    IF EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only_Outcome]')
                AND p.minor_id = 0
                AND p.name = N'MS_Description'
                AND EXISTS (
                    SELECT 1
                    FROM sys.extended_properties AS s
                    WHERE s.class = 1
                        AND s.major_id = p.major_id
                        AND s.minor_id = 0
                        AND s.name = N'RuleGen.Description'
                        AND CONVERT(varbinary(8000), CONVERT(nvarchar(4000), s.value))
                            = CONVERT(varbinary(8000), CONVERT(nvarchar(4000), p.value))))
        EXECUTE sys.sp_dropextendedproperty
            N'MS_Description',
            N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    DECLARE @stamp sysname;
    WHILE EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only_Outcome]')
                AND p.minor_id = 0
                AND p.name LIKE N'RuleGen.%')
    BEGIN
        SELECT @stamp = MIN(p.name)
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only_Outcome]')
                AND p.minor_id = 0
                AND p.name LIKE N'RuleGen.%';
        EXECUTE sys.sp_dropextendedproperty
            @stamp,
            N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    END;
    DECLARE @module varbinary(32);
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.DefinitionHash', N'd63e0f0ae09055e8129b33ca3b8742faf2b70b1cfa5a37154e43f95e028f7d2e',
        N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.Coding', N'arms_only',
        N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.Publication', N'A publication',
        N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.Edition', N'An edition',
        N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.GeneratorVersion', N'0.1.0',
        N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    SELECT @module = HASHBYTES('SHA2_256', m.definition)
        FROM sys.sql_modules AS m
        WHERE m.object_id = OBJECT_ID(N'[ebi].[arms_only_Outcome]');
    EXECUTE sys.sp_addextendedproperty
        N'RuleGen.ModuleHash', @module,
        N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    IF NOT EXISTS (
            SELECT 1
            FROM sys.extended_properties AS p
            WHERE p.class = 1
                AND p.major_id = OBJECT_ID(N'[ebi].[arms_only_Outcome]')
                AND p.minor_id = 0
                AND p.name = N'MS_Description')
    BEGIN
        EXECUTE sys.sp_addextendedproperty
            N'MS_Description', N'A title; A publication, An edition. Made by RuleGen.',
            N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
        EXECUTE sys.sp_addextendedproperty
            N'RuleGen.Description', N'A title; A publication, An edition. Made by RuleGen.',
            N'SCHEMA', N'ebi', N'FUNCTION', N'arms_only_Outcome';
    END;
END TRY
BEGIN CATCH
    THROW;
END CATCH;

-- ======== batch
IF @@ERROR <> 0 OR @@TRANCOUNT = 0 BEGIN IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION; SET NOEXEC ON; END;

-- ======== batch
SET NOEXEC OFF;

-- ======== batch
IF CONVERT(nvarchar(10), SESSION_CONTEXT(N'RuleGen')) = N'begun' AND @@TRANCOUNT > 0
BEGIN
    COMMIT TRANSACTION;
    PRINT N'Deployed [ebi].[arms_only] and [ebi].[arms_only_Outcome].';
END
ELSE
    RAISERROR(
        N'%s: not deployed, nothing was changed. The first error above says why.',
        16, 1, N'[ebi]');
IF SESSION_CONTEXT(N'RuleGen') IS NOT NULL
    EXECUTE sys.sp_set_session_context @key = N'RuleGen', @value = NULL;

