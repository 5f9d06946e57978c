using RuleGen.Model;
using RuleGen.Sqlite;

namespace RuleGen.Tests.Spec;

/// <summary>The embedded database.</summary>
public sealed class SqliteUnderTest : IEngineUnderTest
{
    public string Name => nameof(SqliteDatabase);

    public bool Supports(Coding coding, Source source, out string reason)
    {
        var untranslatable = SqliteTranslator.Translate(coding, source).Untranslatable;
        reason = string.Join("; ", untranslatable.Select(each => each.Reason));
        return untranslatable.Count == 0;
    }

    public Result Evaluate(Coding coding, Source source, Row row)
    {
        using var database = SqliteDatabase.Create(source);
        database.Load([row]);
        database.CreateView("coding", SqliteTranslator.Translate(coding, source));
        var result = database.ReadView("coding").Single();
        Assert.That(result.NotEvaluated, Is.Null);
        return result.Result;
    }
}

public sealed class SqliteLikeSpec : LikeSpec<SqliteUnderTest>;

public sealed class SqliteTrailingBlankSpec : TrailingBlankSpec<SqliteUnderTest>;

public sealed class SqliteCollationSpec : CollationSpec<SqliteUnderTest>;

public sealed class SqliteComparisonSpec : ComparisonSpec<SqliteUnderTest>;

public sealed class SqliteOrderedSpec : OrderedSpec<SqliteUnderTest>;

public sealed class SqliteFunctionSpec : FunctionSpec<SqliteUnderTest>;

public sealed class SqliteLogicSpec : LogicSpec<SqliteUnderTest>;

public sealed class SqliteListSpec : ListSpec<SqliteUnderTest>;

public sealed class SqliteCodingSpec : CodingSpec<SqliteUnderTest>;
