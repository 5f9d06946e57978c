using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>A test row as fixtures.sql holds it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Row">Its values: the source's key, and every column that is to be inserted.</param>
/// <param name="Expected">What the coding must make of it.</param>
/// <param name="Comment">Why it is there, a paragraph in each item.</param>
public sealed record ScriptFixture(int Number, Row Row, Result Expected, ValueList<string> Comment);
