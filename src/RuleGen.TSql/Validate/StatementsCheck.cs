using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql;

/// <summary>
/// Checks deploy.sql and rollback.sql: they hold the files of their objects word for word, every statement is of a kind
/// that belongs there, also those inside EXECUTE, and touches nothing but these objects.
/// </summary>
internal static class StatementsCheck
{
    /// <summary>Checks a script.</summary>
    public static void Run(GeneratedFile file, ScriptScope scope, ScriptReport report)
    {
        if (report.Parse(file.Text) is not { } script)
        {
            return;
        }

        var visitor = new Visitor(scope, report);
        script.Accept(visitor);
        if (file.Name != FileNames.Deploy)
        {
            return;
        }

        foreach (var part in scope.Objects.Select(each => each.Script))
        {
            report.Require(
                scope.Target.HasCreateOrAlter
                    ? file.Text.Contains($"\nGO\n\n{part}GO\n", StringComparison.Ordinal)
                    : visitor.Executed.Contains(part),
                "it does not hold the files of its objects word for word"
            );
        }
    }

    private sealed class Visitor(ScriptScope scope, ScriptReport report) : TSqlFragmentVisitor
    {
        private static readonly string[] Procedures =
        [
            "sys.sp_getapplock",
            "sys.sp_set_session_context",
            "sys.sp_addextendedproperty",
            "sys.sp_dropextendedproperty",
        ];

        /// <summary>The texts that EXECUTE runs.</summary>
        public List<string> Executed { get; } = [];

        public override void Visit(TSqlStatement node) =>
            report.Require(
                node
                    is PredicateSetStatement
                        or SetCommandStatement
                        or ReturnStatement
                        or TransactionStatement
                        or DeclareVariableStatement
                        or DeclareTableVariableStatement
                        or ExecuteStatement
                        or IfStatement
                        or WhileStatement
                        or BeginEndBlockStatement
                        or TryCatchStatement
                        or RaiseErrorStatement
                        or ThrowStatement
                        or PrintStatement
                        or SelectStatement
                        or InsertStatement
                        or DeleteStatement
                        or ViewStatementBody
                        or FunctionStatementBody
                        or CreateSchemaStatement
                        or DropViewStatement
                        or DropFunctionStatement
                        or DropSchemaStatement,
                $"a statement does not belong there: {node.GetType().Name}",
                node
            );

        public override void Visit(ViewStatementBody node) =>
            scope.RequireName(node.SchemaObjectName, ObjectKind.View, report);

        public override void Visit(FunctionStatementBody node) =>
            scope.RequireName(node.Name, ObjectKind.Function, report);

        public override void Visit(CreateSchemaStatement node) =>
            report.Require(node.Name.Value == scope.Schema, "it creates another schema", node);

        public override void Visit(DropSchemaStatement node) =>
            report.Require(
                node.Schema.Identifiers is [{ } name] && name.Value == scope.Schema,
                "it drops another schema",
                node
            );

        public override void Visit(DropObjectsStatement node)
        {
            foreach (var name in node.Objects)
            {
                scope.RequireName(name, node is DropViewStatement ? ObjectKind.View : ObjectKind.Function, report);
            }
        }

        public override void Visit(FunctionCall node)
        {
            var argument = (node.Parameters.Count > 0 ? node.Parameters[0] : null) as StringLiteral;
            switch (node.FunctionName.Value)
            {
                case "OBJECT_ID":
                    report.Require(
                        scope.Objects.Any(each => argument?.Value == each.QualifiedName)
                            || scope.Source.Tables.Any(table => argument?.Value == table.ToString())
                            || IsOfSynonym(node.Parameters[0]),
                        "it asks for another object",
                        node
                    );
                    break;
                case "SCHEMA_ID":
                    report.Require(argument?.Value == scope.Schema, "it asks for another schema", node);
                    break;
            }
        }

        public override void Visit(ExecutableProcedureReference node)
        {
            var name = node.ProcedureReference.ProcedureReference.Name;
            var full = string.Join('.', name.Identifiers.Select(identifier => identifier.Value));
            report.Require(Procedures.Contains(full), $"it runs '{full}'", node);
            if (full.EndsWith("extendedproperty", StringComparison.Ordinal))
            {
                CheckProperty(node);
            }
        }

        public override void Visit(ExecutableStringList node)
        {
            if (node.Strings is [VariableReference] && !scope.Target.HasCreateOrAlter)
            {
                // The grants that were read from the catalogue, their names quoted by QUOTENAME.
                return;
            }

            if (node.Strings is not [StringLiteral literal])
            {
                report.Add("it runs a text that is put together", node);
                return;
            }

            Executed.Add(literal.Value);
            report.Parse(literal.Value)?.Accept(this);
        }

        /// <summary>Whether an expression is what a synonym stands for: that of the source is looked through.</summary>
        private static bool IsOfSynonym(ScalarExpression expression) =>
            expression is ColumnReferenceExpression column
            && column.MultiPartIdentifier.Identifiers[^1].Value == "base_object_name";

        /// <summary>The arguments from the level on: the schema, or the schema and an object in it.</summary>
        private void CheckProperty(ExecutableProcedureReference node)
        {
            var arguments = node
                .Parameters.Select(parameter => (parameter.ParameterValue as StringLiteral)?.Value)
                .SkipWhile(value => value != "SCHEMA")
                .ToList();
            report.Require(
                arguments is ["SCHEMA", { } schema, .. var rest]
                    && schema == scope.Schema
                    && (
                        rest is []
                        || (rest is ["VIEW", { } view] && scope.Has(ObjectKind.View, view))
                        || (rest is ["FUNCTION", { } function] && scope.Has(ObjectKind.Function, function))
                    ),
                "it stamps something else",
                node
            );
        }
    }
}
