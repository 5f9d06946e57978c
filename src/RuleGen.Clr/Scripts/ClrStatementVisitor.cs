using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>Looks at every statement of a script of a SQLCLR function.</summary>
internal sealed class ClrStatementVisitor(ClrAssembly assembly, string file, ScriptReport report) : TSqlFragmentVisitor
{
    private readonly Dictionary<string, string> _bytes = [];
    private readonly HashSet<string> _procedures = [];
    private bool _createsAssembly;
    private bool _createsFunction;

    /// <summary>The procedures that a file runs: trust is a matter of the files that are about it.</summary>
    private string[] Procedures =>
        file switch
        {
            FileNames.ClrTrust => ["sys.sp_add_trusted_assembly"],
            FileNames.ClrTrustRollback => ["sys.sp_drop_trusted_assembly"],
            FileNames.Clr => ["sys.sp_getapplock", "sys.sp_addextendedproperty"],
            _ => ["sys.sp_getapplock"],
        };

    private ClrNames Names => assembly.Names;

    /// <summary>What the file must have done by its end.</summary>
    public void RequireWork()
    {
        report.Require(Procedures.All(_procedures.Contains), $"it does not run {string.Join(" and ", Procedures)}");
        if (file == FileNames.Clr)
        {
            report.Require(_createsAssembly && _createsFunction, "it does not create the assembly and its function");
            report.Require(
                _bytes.GetValueOrDefault("@assembly") == Convert.ToHexString(assembly.Bytes.AsSpan()),
                "its bytes are not the assembly's"
            );
        }

        if (file != FileNames.ClrRollback)
        {
            report.Require(_bytes.GetValueOrDefault("@hash") == assembly.Sha512, "its hash is not the assembly's");
        }
    }

    public override void Visit(TSqlStatement node) =>
        report.Require(
            node
                is PredicateSetStatement
                    or SetCommandStatement
                    or ReturnStatement
                    or TransactionStatement
                    or DeclareVariableStatement
                    or DeclareTableVariableStatement
                    or SetVariableStatement
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
                    or CreateAssemblyStatement
                    or DropAssemblyStatement
                    or CreateFunctionStatement
                    or DropFunctionStatement
                    or CreateSchemaStatement
                    or DropSchemaStatement,
            $"a statement does not belong there: {node.GetType().Name}",
            node
        );

    public override void Visit(SetVariableStatement node)
    {
        if (node.Expression is not BinaryExpression { SecondExpression: BinaryLiteral literal })
        {
            report.Add("it sets a variable to something else than bytes", node);
            return;
        }

        var name = node.Variable.Name;
        _bytes[name] = _bytes.GetValueOrDefault(name) + literal.Value[2..];
    }

    public override void Visit(CreateAssemblyStatement node)
    {
        _createsAssembly = true;
        report.Require(node.Name.Value == Names.Assembly, "it creates another assembly", node);
        report.Require(
            node.Options is [PermissionSetAssemblyOption { PermissionSetOption: PermissionSetOption.Safe }],
            "the assembly is not SAFE",
            node
        );
        report.Require(
            node.Parameters is [VariableReference { Name: "@assembly" }],
            "the assembly is not made of the bytes above",
            node
        );
    }

    public override void Visit(CreateFunctionStatement node)
    {
        _createsFunction = true;
        report.RequireName(node.Name, Names.Schema, Names.Function);
        report.Require(
            node.MethodSpecifier?.AssemblyName.Value == Names.Assembly
                && node.MethodSpecifier.ClassName.Value == $"{ClrSource.Namespace}.{ClrSource.ClassName}"
                && node.MethodSpecifier.MethodName.Value == CodingClass.Method,
            "the function is not the assembly's",
            node
        );
        var parameters = new ParameterList(assembly.Published.Coding.NamedColumns);
        report.RequireSame(
            parameters.Columns.Select(parameters.NameSql),
            node.Parameters.Select(parameter => parameter.VariableName.Value),
            "parameter"
        );
    }

    public override void Visit(CreateSchemaStatement node) =>
        report.Require(node.Name.Value == Names.Schema, "it creates another schema", node);

    public override void Visit(DropSchemaStatement node) =>
        report.Require(
            node.Schema.Identifiers is [{ } name] && name.Value == Names.Schema,
            "it drops another schema",
            node
        );

    public override void Visit(DropObjectsStatement node)
    {
        foreach (var name in node.Objects)
        {
            if (node is DropAssemblyStatement)
            {
                report.Require(
                    name.Identifiers is [{ } single] && single.Value == Names.Assembly,
                    "it drops another assembly",
                    node
                );
            }
            else
            {
                report.RequireName(name, Names.Schema, Names.Function);
            }
        }
    }

    public override void Visit(ExecutableProcedureReference node)
    {
        var name = node.ProcedureReference.ProcedureReference.Name;
        var full = string.Join('.', name.Identifiers.Select(identifier => identifier.Value));
        _procedures.Add(full);
        report.Require(Procedures.Contains(full), $"it runs '{full}'", node);
        if (full == "sys.sp_addextendedproperty")
        {
            CheckProperty(node);
        }
    }

    public override void Visit(ExecutableStringList node)
    {
        switch (node.Strings)
        {
            case [VariableReference { Name: "@statement" }]:
                // The grants that were read from the catalogue, their names quoted by QUOTENAME.
                break;
            case [StringLiteral literal]:
                report.Parse(literal.Value)?.Accept(this);
                break;
            default:
                report.Add("it runs a text that is put together", node);
                break;
        }
    }

    /// <summary>The arguments from the level on: the schema, the function, or the assembly.</summary>
    private void CheckProperty(ExecutableProcedureReference node)
    {
        var level = node
            .Parameters.Skip(2)
            .Select(parameter => (parameter.ParameterValue as StringLiteral)?.Value)
            .ToList();
        string?[][] allowed =
        [
            ["ASSEMBLY", Names.Assembly],
            ["SCHEMA", Names.Schema],
            ["SCHEMA", Names.Schema, "FUNCTION", Names.Function],
        ];
        report.Require(allowed.Any(each => each.SequenceEqual(level)), "it stamps something else", node);
    }
}
