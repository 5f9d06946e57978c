using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>What the objects of a coding, or of a catalogue, have in common.</summary>
internal interface IObjectParts
{
    /// <summary>The id of the coding or catalogue.</summary>
    string Id { get; }

    /// <summary>What it is called.</summary>
    string Title { get; }

    /// <summary>Who publishes it, and as what.</summary>
    string Publication { get; }

    /// <summary>Which edition.</summary>
    string Edition { get; }

    /// <summary>The fingerprint of the objects.</summary>
    string Hash { get; }

    /// <summary>The schema of the objects, without brackets.</summary>
    string Schema { get; }

    /// <summary>The column that holds the label, without brackets.</summary>
    string OutcomeColumn { get; }

    /// <summary>The codings that the objects read the source for.</summary>
    ValueList<Coding> Codings { get; }

    /// <summary>The source.</summary>
    Source Source { get; }

    /// <summary>The server.</summary>
    Target Target { get; }

    /// <summary>What the objects are called that one transaction makes, for the messages of a script.</summary>
    string Subject { get; }

    /// <summary>The objects, in the order in which they are created.</summary>
    ValueList<CodingObject> Objects { get; }

    /// <summary>The comment that starts a script. Nothing in it depends on the day or the machine.</summary>
    /// <param name="purpose">What the script is, a paragraph in each item.</param>
    string Header(params string[] purpose);
}
