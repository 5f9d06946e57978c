using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>
/// What the reader does with each kind of syntax of T-SQL. A kind that is not named here is refused, so that what comes in
/// with a new grammar is, too.
/// </summary>
internal static class NodeRules
{
    private const string Permissions = "it says who may read, not what there is";
    private const string Transactions = "it says when work becomes lasting";
    private const string Messages = "it shows a message";
    private const string Variables = "a variable that the coding names is read as the literal that it holds";
    private const string Flow = "it says what of the script runs";
    private const string Removes = "it removes an object that is not the source";
    private const string OtherObject = "it makes an object that is not the source";
    private const string Locks = "it says how rows are locked and found";
    private const string Plans = "it says how the server finds the rows";
    private const string Session = "it changes no comparison of the coding";

    private static readonly Dictionary<Type, NodeRule> Rules = Make();

    /// <summary>What is done with a piece of syntax.</summary>
    public static NodeRule Of(TSqlFragment syntax) => Of(syntax.GetType());

    /// <summary>What is done with syntax of a type of ScriptDom's.</summary>
    public static NodeRule Of(Type type) => Rules.GetValueOrDefault(type, NodeRule.Refused);

    private static Dictionary<Type, NodeRule> Make()
    {
        var rules = new Dictionary<Type, NodeRule>();

        // A script, and what holds a coding.
        Read(typeof(TSqlScript), typeof(TSqlBatch), typeof(StatementList));
        Read(typeof(CreateViewStatement), typeof(AlterViewStatement), typeof(CreateOrAlterViewStatement));
        Read(typeof(CreateFunctionStatement), typeof(AlterFunctionStatement), typeof(CreateOrAlterFunctionStatement));
        Read(typeof(SelectFunctionReturnType), typeof(ProcedureParameter));
        Read(typeof(SelectStatement), typeof(QuerySpecification), typeof(QueryParenthesisExpression));
        Read(typeof(FromClause), typeof(NamedTableReference), typeof(SchemaObjectName), typeof(Identifier));
        Read(typeof(SelectScalarExpression), typeof(WhereClause), typeof(TopRowFilter));

        // Statements that may hold scripts or statements.
        Read(typeof(ExecuteStatement), typeof(ExecuteSpecification), typeof(ExecuteParameter));
        Read(typeof(ExecutableStringList), typeof(ExecutableProcedureReference));
        Read(typeof(ProcedureReferenceName), typeof(ProcedureReference));
        Read(typeof(IfStatement), typeof(WhileStatement), typeof(BeginEndBlockStatement), typeof(TryCatchStatement));

        // Conditions and values.
        Read(typeof(SearchedCaseExpression), typeof(SearchedWhenClause));
        Read(typeof(SimpleCaseExpression), typeof(SimpleWhenClause), typeof(IIfCall));
        Read(typeof(CastCall), typeof(ConvertCall), typeof(TryCastCall), typeof(TryConvertCall));
        Read(typeof(SqlDataTypeReference), typeof(MaxLiteral));
        Read(typeof(BooleanBinaryExpression), typeof(BooleanNotExpression), typeof(BooleanParenthesisExpression));
        Read(typeof(BooleanComparisonExpression), typeof(BooleanTernaryExpression), typeof(BooleanIsNullExpression));
        Read(typeof(LikePredicate), typeof(InPredicate), typeof(ExistsPredicate));
        Read(typeof(ColumnReferenceExpression), typeof(MultiPartIdentifier), typeof(ParenthesisExpression));
        Read(typeof(StringLiteral), typeof(IntegerLiteral), typeof(NumericLiteral), typeof(NullLiteral));
        Read(typeof(UnaryExpression), typeof(BinaryExpression), typeof(VariableReference), typeof(NullIfExpression));
        Read(typeof(LeftFunctionCall), typeof(RightFunctionCall), typeof(CoalesceExpression), typeof(FunctionCall));

        // Around the coding in its query.
        Pass("it names columns, and not what they hold", typeof(IdentifierOrValueExpression));
        Pass(
            "it says how the object is kept",
            typeof(ViewOption),
            typeof(FunctionOption),
            typeof(InlineFunctionOption)
        );
        Pass("it shows more columns of the same rows", typeof(SelectStarExpression));
        Pass("it sorts the rows", typeof(OrderByClause), typeof(ExpressionWithSortOrder));
        Pass(Locks, typeof(TableHint), typeof(IndexTableHint), typeof(ForceSeekTableHint));
        Pass(Plans, typeof(OptimizerHint), typeof(LiteralOptimizerHint), typeof(UseHintList));
        Pass(Plans, typeof(OptimizeForOptimizerHint), typeof(TableHintsOptimizerHint));

        // Statements around it.
        Pass("it says in which database the script runs", typeof(UseStatement));
        Pass(Session, typeof(PredicateSetStatement), typeof(SetRowCountStatement), typeof(SetCommandStatement));
        Pass(Session, typeof(GeneralSetCommand), typeof(SetStatisticsStatement), typeof(SetIdentityInsertStatement));
        Pass(Session, typeof(SetTransactionIsolationLevelStatement));
        Pass(Variables, typeof(DeclareVariableStatement), typeof(SetVariableStatement), typeof(SelectSetVariable));
        Pass(Variables, typeof(DeclareTableVariableStatement));
        Pass(Messages, typeof(PrintStatement), typeof(RaiseErrorStatement), typeof(ThrowStatement));
        Pass(Transactions, typeof(BeginTransactionStatement), typeof(CommitTransactionStatement));
        Pass(Transactions, typeof(RollbackTransactionStatement), typeof(SaveTransactionStatement));
        Pass(Flow, typeof(ReturnStatement), typeof(BreakStatement), typeof(ContinueStatement));
        Pass(Flow, typeof(WaitForStatement));
        Pass(Permissions, typeof(GrantStatement), typeof(DenyStatement), typeof(RevokeStatement));
        Pass(Permissions, typeof(AlterAuthorizationStatement));
        Pass(Removes, typeof(DropViewStatement), typeof(DropFunctionStatement), typeof(DropProcedureStatement));
        Pass(Removes, typeof(DropTableStatement), typeof(DropSchemaStatement), typeof(DropAssemblyStatement));
        Pass(Removes, typeof(DropIndexStatement), typeof(DropStatisticsStatement));
        Pass(OtherObject, typeof(CreateTableStatement), typeof(CreateSchemaStatement));
        Pass(OtherObject, typeof(CreateIndexStatement), typeof(CreateStatisticsStatement));
        Pass(OtherObject, typeof(CreateColumnStoreIndexStatement), typeof(CreateAssemblyStatement));
        return rules;

        void Read(params Type[] types) => Add(NodeRule.Read, types);

        void Pass(string reason, params Type[] types) => Add(NodeRule.PassedOver(reason), types);

        void Add(NodeRule rule, Type[] types)
        {
            foreach (var type in types)
            {
                rules.Add(type, rule);
            }
        }
    }
}
