using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Makes the SQLCLR function of a coding, as an object that is deployed together with others.</summary>
/// <param name="coding">The coding.</param>
/// <param name="source">The table that it reads.</param>
/// <param name="naming">How objects are called.</param>
/// <param name="target">The server.</param>
/// <exception cref="RuleGenException">The server runs no such function, or it cannot be written.</exception>
public delegate CodingObject ClrMaker(PublishedCoding coding, Source source, ObjectNaming naming, Target target);
