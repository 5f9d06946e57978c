namespace RuleGen.TSql;

/// <summary>An object that is to be made.</summary>
/// <param name="What">What it is, for messages.</param>
/// <param name="Name">Its name, without schema and brackets.</param>
public readonly record struct NamedObject(string What, string Name);
