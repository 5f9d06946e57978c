using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Puts a coding together from its tokens, each comment with the clause that it belongs to.</summary>
internal static class CodingAssembler
{
    /// <summary>The coding; null where something is wrong, which is reported.</summary>
    /// <param name="tokens">The tokens of the arms and the exclusions, with comments and without headings.</param>
    /// <param name="source">What the coding reads.</param>
    /// <param name="scope">The names around the coding.</param>
    /// <param name="findings">Takes what is noted and what is wrong.</param>
    public static Coding? Assemble(List<Token> tokens, Source source, NameScope scope, Findings findings)
    {
        var significant = tokens.Where(token => token.Kind != TokenKind.Comment).ToList();
        if (!Nesting.Check(significant, findings))
        {
            return null;
        }

        var parts = PartsReader.Read(significant, source, findings);
        if (parts is { Case: null, Arms: [], Else: null, Label: null, Exclusions: null } && !findings.HasProblems)
        {
            findings.Report(
                ErrorCodes.NoCoding,
                "The text holds no coding",
                "Give WHEN … THEN …, a condition, or WHERE …",
                0,
                Math.Min(findings.Source.Text.Length, 200)
            );
        }

        var context = new ReadingContext(findings, source, new CommentMap(tokens), scope);
        var arms = parts.Arms.Select(arm => ReadArm(arm, context)).ToList();
        if (parts.Label is { } given && LabelReader.Read(given, findings) is { } label)
        {
            arms.Add(new CaseArm(ConstantComparison.AlwaysTrue, label) { Position = label.Position });
        }

        var otherwise = parts.Else is null ? null : LabelReader.Read(parts.Else, findings);
        var exclusions = parts.Exclusions is null ? null : ReadCondition(parts.Exclusions, context);
        if (findings.HasProblems)
        {
            return null;
        }

        try
        {
            var coding = new Coding(arms.OfType<CaseArm>().ToValueList(), otherwise, exclusions)
            {
                IsWrittenWithCase = parts.Case is not null,
                IsWrittenWithWhere = parts.Exclusions is not { Keyword: null },
            };
            return Document(coding, parts, context.Comments);
        }
        catch (RuleGenException exception)
        {
            findings.Report(exception, significant[0].Start, significant[^1].End);
            return null;
        }
    }

    private static CaseArm? ReadArm(ArmPart part, ReadingContext context)
    {
        if (part.Then is null)
        {
            // Where THEN is missing, the label is taken for a part of the condition.
            var apart = context.Findings.Apart();
            ReadCondition(part.When, context.With(apart));
            context.Findings.AddProblems(
                apart,
                problem => problem.Code != ErrorCodes.SyntaxError && problem.Code != ErrorCodes.MissingConnective
            );
            return null;
        }

        var when = ReadCondition(part.When, context);
        var then = LabelReader.Read(part.Then, context.Findings);
        return when is null || then is null
            ? null
            : new CaseArm(when, then) { Position = context.Findings.Source.PositionOf(part.When.Keyword!.Start) };
    }

    private static Predicate? ReadCondition(ConditionPart part, ReadingContext context)
    {
        if (part.Tokens.Count > 0)
        {
            return new ConditionReader(context).Read(part.Tokens);
        }

        context.Findings.Report(
            ErrorCodes.SyntaxError,
            $"'{part.Keyword!.Text}' has no condition after it",
            "Write the condition",
            part.Keyword
        );
        return null;
    }

    /// <summary>The coding with the comments that belong to its parts as a whole.</summary>
    private static Coding Document(Coding coding, CodingParts parts, CommentMap comments)
    {
        var arms = parts.Arms.Select(arm => DocumentArm(arm, comments)).ToList();
        if (parts.Label is { } label)
        {
            arms.Add(comments.TakeBefore(label.Keyword).Then(comments.TakeAll(label.Tokens, CommentPlacement.After)));
        }

        var otherwise = parts.Else is null ? Documentation.None : DocumentLabel(parts.Else, comments);
        if (parts.Case is { } start && arms.Count > 0)
        {
            arms[0] = comments.TakeBefore(start).Then(arms[0]);
        }

        var trailing = comments.TakeAll(parts.AfterArms, CommentPlacement.After);
        if (parts.Else is not null)
        {
            otherwise = otherwise.Then(trailing);
        }
        else if (arms.Count > 0)
        {
            arms[^1] = arms[^1].Then(trailing);
        }

        return new Coding(
            coding.Arms.Zip(arms, (arm, found) => arm with { Documentation = found }).ToValueList(),
            coding.Else,
            coding.Exclusions
        )
        {
            ElseDocumentation = otherwise,
            ExclusionsDocumentation = parts.Exclusions?.Keyword is { } where
                ? comments.TakeBefore(where)
                : Documentation.None,
            IsWrittenWithCase = coding.IsWrittenWithCase,
            IsWrittenWithWhere = coding.IsWrittenWithWhere,
        };
    }

    private static Documentation DocumentArm(ArmPart arm, CommentMap comments) =>
        comments.TakeBefore(arm.When.Keyword!).Then(comments.TakeAll(arm.Then!.Tokens, CommentPlacement.After));

    private static Documentation DocumentLabel(LabelPart part, CommentMap comments) =>
        comments.TakeBefore(part.Keyword).Then(comments.TakeAll(part.Tokens, CommentPlacement.After));
}
