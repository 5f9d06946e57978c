namespace RuleGen.Model;

/// <summary>Every kind of problem that RuleGen reports, in one table.</summary>
public static class ErrorCodes
{
    /// <summary>An expression has the wrong type for its place.</summary>
    public static readonly ErrorCode IllTyped = Input("RG0001", "an expression has the wrong type for its place");

    /// <summary>A LIKE pattern uses something whose meaning has no published source.</summary>
    public static readonly ErrorCode UnsupportedPattern = Input("RG0002", "a LIKE pattern that RuleGen does not model");

    /// <summary>A literal holds a character that the collation's profile does not model.</summary>
    public static readonly ErrorCode UnmodelledCharacter = Input(
        "RG0003",
        "a literal holds a character that the collation's profile does not model"
    );

    /// <summary>An order is asked for that the collation's profile does not model.</summary>
    public static readonly ErrorCode UnmodelledOrder = Input(
        "RG0004",
        "an order of characters that the collation's profile does not model"
    );

    /// <summary>A number is outside the range that its place allows.</summary>
    public static readonly ErrorCode OutOfRange = Input("RG0005", "a number outside the range of its place");

    /// <summary>No profile has this collation name.</summary>
    public static readonly ErrorCode UnknownCollation = Input("RG0006", "a collation that RuleGen does not model");

    /// <summary>Two columns of different collations meet in one expression.</summary>
    public static readonly ErrorCode CollationConflict = Input(
        "RG0007",
        "columns of different collations in one expression"
    );

    /// <summary>A coding has nothing in it, or a part of it is empty.</summary>
    public static readonly ErrorCode EmptyCoding = Input("RG0008", "a coding, or a part of it, is empty");

    /// <summary>A name cannot be a name in SQL Server.</summary>
    public static readonly ErrorCode InvalidName = Input("RG0009", "a name that SQL Server does not take");

    /// <summary>A column of the coding is missing from the source, or has another type there.</summary>
    public static readonly ErrorCode UnboundColumn = Input(
        "RG0010",
        "a coding over a column that its source does not have"
    );

    /// <summary>The text is not T-SQL, even after the repairs that the reader knows.</summary>
    public static readonly ErrorCode SyntaxError = Input("RG0101", "text that is not T-SQL");

    /// <summary>Two predicates stand side by side with no AND or OR between them.</summary>
    public static readonly ErrorCode MissingConnective = Input("RG0102", "two predicates without AND or OR between");

    /// <summary>A quote is opened and not closed.</summary>
    public static readonly ErrorCode UnclosedQuote = Input("RG0103", "a quote that is not closed");

    /// <summary>A parenthesis is opened and not closed, or closed and not opened.</summary>
    public static readonly ErrorCode UnbalancedParenthesis = Input("RG0104", "a parenthesis without its partner");

    /// <summary>The text names a column that the source does not have.</summary>
    public static readonly ErrorCode UnknownColumn = Input("RG0105", "a column that the source does not have");

    /// <summary>The text uses T-SQL that a coding does not contain.</summary>
    public static readonly ErrorCode UnsupportedConstruct = Input("RG0106", "T-SQL that a coding does not contain");

    /// <summary>The text holds no coding.</summary>
    public static readonly ErrorCode NoCoding = Input("RG0107", "a text without a coding");

    /// <summary>The text reads one table, and that is not the source.</summary>
    public static readonly ErrorCode OtherTable = Input("RG0108", "a table that is not the source");

    /// <summary>The text reads rows that are not those of one table: a join, a derived table, a function.</summary>
    public static readonly ErrorCode UnsupportedRows = Input("RG0109", "rows that are not those of one table");

    /// <summary>The text selects something that is neither a CASE, a label nor a column.</summary>
    public static readonly ErrorCode UnsupportedItem = Input(
        "RG0110",
        "a selected item that is neither a CASE, a label nor a column"
    );

    /// <summary>A statement beside the coding does, or may do, more than define it.</summary>
    public static readonly ErrorCode UnsupportedStatement = Input(
        "RG0111",
        "a statement that does more than define the coding"
    );

    /// <summary>A SET option gives the coding's T-SQL another meaning.</summary>
    public static readonly ErrorCode SessionOption = Input("RG0112", "a SET option that changes what a coding means");

    /// <summary>A part of the text that no reader has taken.</summary>
    public static readonly ErrorCode UnreadText = Input("RG0113", "a part of the text that is not read");

    /// <summary>The text is the source of a web page, and so is what a browser would show of it.</summary>
    public static readonly ErrorCode PageSource = Input("RG0114", "the source of a web page that shows another one");

    /// <summary>A schema file is not JSON.</summary>
    public static readonly ErrorCode SchemaNotJson = Input("RG0201", "a schema file that is not JSON");

    /// <summary>A schema file lacks a member, has one too many, or has one of another kind.</summary>
    public static readonly ErrorCode SchemaShape = Input("RG0202", "a schema file of another shape");

    /// <summary>A schema file names a type that RuleGen does not know.</summary>
    public static readonly ErrorCode SchemaUnknownType = Input("RG0203", "a column type that RuleGen does not know");

    /// <summary>Two columns of a schema file have the same name.</summary>
    public static readonly ErrorCode SchemaDuplicateColumn = Input("RG0204", "two columns with the same name");

    /// <summary>A schema file refers to a column that it does not list.</summary>
    public static readonly ErrorCode SchemaUnknownColumn = Input(
        "RG0205",
        "a reference to a column that is not listed"
    );

    /// <summary>A schema file says of a column's values what they cannot be.</summary>
    public static readonly ErrorCode SchemaValueShape = Input("RG0206", "a shape that a column's values cannot have");

    /// <summary>A schema file says of a list what cannot be.</summary>
    public static readonly ErrorCode SchemaList = Input("RG0207", "a list that cannot be so");

    /// <summary>A workspace's file, or the file beside a coding's text, is not JSON.</summary>
    public static readonly ErrorCode WorkspaceNotJson = Input(
        "RG0211",
        "a rulegen.json, or a file beside a coding's text, that is not JSON"
    );

    /// <summary>
    /// A workspace's file, or the file beside a coding's text, lacks a member, has one too many, or has one of another kind.
    /// </summary>
    public static readonly ErrorCode WorkspaceShape = Input(
        "RG0212",
        "a rulegen.json, or a file beside a coding's text, of another shape"
    );

    /// <summary>A coding's text and the file beside it, or the model in C#, say different things of it.</summary>
    public static readonly ErrorCode Contradiction = Input(
        "RG0213",
        "two places that say different things of a coding"
    );

    /// <summary>A file's name is not one that a coding can have, or is that of another but for letter case.</summary>
    public static readonly ErrorCode InvalidId = Input(
        "RG0214",
        "the name of a file that cannot be the id of a coding"
    );

    /// <summary>A pattern for names of objects gives none, or two objects would have one name.</summary>
    public static readonly ErrorCode ObjectNames = Input("RG0215", "names of objects that do not tell them apart");

    /// <summary>The codings of a catalogue cannot be one: one stands twice, gives no label, or they differ in type.</summary>
    public static readonly ErrorCode UnfitCatalogue = Input("RG0216", "codings that cannot be one catalogue");

    /// <summary>A CSV file is not well formed.</summary>
    public static readonly ErrorCode MalformedCsv = Input("RG0301", "a CSV file that is not well formed");

    /// <summary>A CSV file lacks a column.</summary>
    public static readonly ErrorCode CsvMissingColumn = Input("RG0302", "a CSV file without a column that is needed");

    /// <summary>A CSV field does not fit its column's type.</summary>
    public static readonly ErrorCode CsvInvalidValue = Input("RG0303", "a value that does not fit its column");

    /// <summary>A file is not UTF-8.</summary>
    public static readonly ErrorCode WrongEncoding = Input("RG0304", "a file that is not UTF-8");

    /// <summary>Data holds what a run cannot be sure of, and the run was told to be strict.</summary>
    public static readonly ErrorCode DoubtfulData = Input("RG0305", "data that a strict run does not take");

    /// <summary>A file of fixtures says of a row what is no result.</summary>
    public static readonly ErrorCode InvalidFixture = Input("RG0306", "a fixture whose expected result is none");

    /// <summary>A file is given as a baseline of findings, and is none.</summary>
    public static readonly ErrorCode InvalidBaseline = Input("RG0307", "a baseline that is none");

    /// <summary>A generated script did not parse, bind or read back; nothing of it was written.</summary>
    public static readonly ErrorCode InvalidScript = Input("RG0401", "a generated script that does not hold");

    /// <summary>A target cannot take an object.</summary>
    public static readonly ErrorCode UnsupportedByTarget = Input("RG0402", "an object that the target cannot take");

    /// <summary>A name or literal that a script cannot hold without changing it.</summary>
    public static readonly ErrorCode UnwritableText = Input(
        "RG0403",
        "a name or literal that a script cannot hold without changing it"
    );

    /// <summary>A generated assembly has something in it that SQL Server's permission set SAFE refuses.</summary>
    public static readonly ErrorCode UnsafeAssembly = Input("RG0404", "a generated assembly that is not SAFE");

    /// <summary>A name or literal of a script holds a character without a shape, or one that turns the text around it.</summary>
    public static readonly ErrorCode HiddenCharacter = Input(
        "RG0405",
        "a name or literal with a character that nobody sees"
    );

    /// <summary>A file cannot be read.</summary>
    public static readonly ErrorCode UnreadableFile = Environment("RG0501", "a file that cannot be read");

    /// <summary>A file cannot be written.</summary>
    public static readonly ErrorCode UnwritableFile = Environment("RG0502", "a file that cannot be written");

    /// <summary>An output is one of the files that the same command reads.</summary>
    public static readonly ErrorCode OutputIsInput = new(
        "RG0503",
        ErrorKind.Usage,
        "an output that would replace an input of the same command"
    );

    /// <summary>The file system fails where no file of the user's is at fault.</summary>
    public static readonly ErrorCode FileSystem = Environment("RG0504", "a file system that fails");

    /// <summary>The command line was not understood.</summary>
    public static readonly ErrorCode Usage = new("RG0601", ErrorKind.Usage, "a command line that was not understood");

    /// <summary>No coding has this id, and no file this path.</summary>
    public static readonly ErrorCode UnknownCoding = new(
        "RG0602",
        ErrorKind.Usage,
        "a coding that is neither an id nor a file"
    );

    /// <summary>No target has this name.</summary>
    public static readonly ErrorCode UnknownTarget = new("RG0603", ErrorKind.Usage, "a target that does not exist");

    /// <summary>No row satisfies the assumptions of a proof.</summary>
    public static readonly ErrorCode ContradictoryAssumptions = new(
        "RG0604",
        ErrorKind.Usage,
        "assumptions that no row satisfies"
    );

    /// <summary>A connection string is missing, or not valid.</summary>
    public static readonly ErrorCode ConnectionString = new(
        "RG0605",
        ErrorKind.Usage,
        "a connection string that is missing or not valid"
    );

    /// <summary>No server answers where one should be, or the connection broke.</summary>
    public static readonly ErrorCode Unreachable = Environment("RG0701", "a server that does not answer");

    /// <summary>The server refuses the login, or the database.</summary>
    public static readonly ErrorCode LoginRefused = Environment("RG0702", "a login or database that is refused");

    /// <summary>A permission is missing.</summary>
    public static readonly ErrorCode MissingPermission = Environment("RG0703", "a permission that is missing");

    /// <summary>The server refuses a statement.</summary>
    public static readonly ErrorCode StatementRefused = Environment("RG0704", "a statement that the server refuses");

    /// <summary>A server or database that RuleGen cannot work on.</summary>
    public static readonly ErrorCode UnsupportedServer = Environment("RG0705", "a server that RuleGen cannot work on");

    /// <summary>The source table is missing on the server, or is not what the schema file says.</summary>
    public static readonly ErrorCode SourceMismatch = Input(
        "RG0706",
        "a source table that is not what the schema file says"
    );

    /// <summary>An object that RuleGen did not make has the name of one that it would make.</summary>
    public static readonly ErrorCode ForeignObject = Finding(
        "RG0707",
        "an object in the way that RuleGen did not make"
    );

    /// <summary>An object that RuleGen made was changed by somebody else.</summary>
    public static readonly ErrorCode ChangedByHand = Finding("RG0708", "an object that was changed by hand");

    /// <summary>Objects that a command is about are not on the server.</summary>
    public static readonly ErrorCode NotDeployed = Environment("RG0709", "objects that are not on the server");

    /// <summary>The text has several CASE columns, and none is chosen; or the chosen one is not there.</summary>
    public static readonly ErrorCode SeveralCases = Input("RG0115", "several CASE columns, of which none is chosen");

    /// <summary>A row may be in two queries of a UNION.</summary>
    public static readonly ErrorCode OverlappingBranches = Input("RG0116", "a row in two queries of a UNION");

    /// <summary>A coding would take too much work.</summary>
    public static readonly ErrorCode TooMuchWork = Input("RG0801", "a coding that would take too much work");

    /// <summary>A pattern holds a character of which no source says whether LIKE looks past it.</summary>
    public static readonly ErrorCode UncertainPattern = Input(
        "RG0802",
        "a pattern with a character that LIKE may look past"
    );

    /// <summary>A server does not trust the assembly of a SQLCLR function.</summary>
    public static readonly ErrorCode UntrustedAssembly = Environment(
        "RG0710",
        "an assembly that the server does not trust"
    );

    /// <summary>All codes, in the order of their ids.</summary>
    public static ValueList<ErrorCode> All { get; } =
        typeof(ErrorCodes)
            .GetFields()
            .Select(field => field.GetValue(null))
            .OfType<ErrorCode>()
            .OrderBy(code => code.Id, StringComparer.Ordinal)
            .ToValueList();

    private static ErrorCode Input(string id, string meaning) => new(id, ErrorKind.Input, meaning);

    private static ErrorCode Finding(string id, string meaning) => new(id, ErrorKind.Finding, meaning);

    private static ErrorCode Environment(string id, string meaning) => new(id, ErrorKind.Environment, meaning);
}
