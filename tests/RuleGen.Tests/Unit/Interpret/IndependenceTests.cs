using System.Reflection;
using System.Reflection.Emit;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>
/// The interpreter is worth its second opinion only while it shares no evaluation with those whom it checks. These
/// tests read its compiled code, so that no reference escapes them, however it is written.
/// </summary>
internal sealed class IndependenceTests
{
    private const string Namespace = "RuleGen.TSql.Interpret";

    private const BindingFlags Everything =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    /// <summary>Types of the model whose members the interpreter may use, all of them: data without opinions.</summary>
    private static readonly Type[] PlainData =
    [
        typeof(Row),
        typeof(SqlValue),
        typeof(Column),
        typeof(Source),
        typeof(TableName),
        typeof(MultiPartName),
        typeof(ItemList),
        typeof(ChildRows),
        typeof(ListType),
        typeof(ListItems),
        typeof(ListItem),
        typeof(Result),
        typeof(ErrorCode),
        typeof(ErrorCodes),
        typeof(Problem),
        typeof(RuleGenException),
        typeof(TextPosition),
        typeof(ValueList),
        typeof(ValueList<>),
    ];

    /// <summary>Members that the interpreter may use of types that have opinions too.</summary>
    private static readonly string[] PlainMembers =
    [
        "SqlName.get_Comparer",
        "SqlType.ToString",
        "Object.ToString",
        "CharacterType.get_IsUnicode",
        "CharacterType.get_IsFixedLength",
        "CharacterType.get_Length",
        "CharacterType.get_Collation",
        "Collation.get_Name",
        "OrderedType.get_Minimum",
        "OrderedType.get_Maximum",
        "IntegerType.get_Minimum",
        "DecimalType.get_Precision",
        "DecimalType.get_Scale",
        "TemporalType.ToString",
    ];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    [Test]
    public void The_interpreter_uses_the_model_as_plain_data_only()
    {
        var used = UsedMembers().Where(member => member.DeclaringType!.Assembly == typeof(Row).Assembly).ToList();
        Assert.That(used, Is.Not.Empty);
        Assert.That(
            used.Where(member => !PlainData.Contains(Definition(member.DeclaringType!)))
                .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
                .Distinct()
                .Except(PlainMembers),
            Is.Empty
        );
    }

    [Test]
    public void The_interpreter_names_no_type_that_evaluates()
    {
        var names = PlainMembers.Select(member => member.Split('.')[0]).ToHashSet();
        var types = UsedTypes().Where(type => type.Assembly == typeof(Row).Assembly).Select(Definition).Distinct();
        Assert.That(
            types.Where(type => !PlainData.Contains(type) && !names.Contains(type.Name)).Select(type => type.Name),
            Is.Empty
        );
    }

    [Test]
    public void The_interpreter_uses_no_other_part_of_RuleGen()
    {
        Assembly[] allowed = [typeof(Row).Assembly, typeof(ScriptInterpreter).Assembly];
        var types = UsedTypes().Concat(UsedMembers().Select(member => member.DeclaringType!)).Distinct().ToList();
        var foreign = types.Where(type =>
            type.Assembly.GetName().Name!.StartsWith("RuleGen", StringComparison.Ordinal)
        );
        Assert.That(foreign.Where(type => !allowed.Contains(type.Assembly)), Is.Empty);
        var own = types.Where(type => type.Assembly == typeof(ScriptInterpreter).Assembly);
        Assert.That(own.Where(type => !IsInterpreter(type) && !IsParser(type) && !IsGenerated(type)), Is.Empty);
        Assert.That(
            typeof(ScriptInterpreter).Assembly.GetReferencedAssemblies().Select(reference => reference.Name),
            Has.None.EqualTo("RuleGen.Engine")
        );
    }

    [Test]
    public void The_guard_sees_what_is_forbidden()
    {
        // These methods do what the interpreter must not, and the guard finds it.
        var members = MembersIn(typeof(Culprit))
            .Select(member => $"{member.DeclaringType!.Name}.{member.Name}")
            .ToList();
        Assert.That(members, Does.Contain("Collation.Rules"));
        Assert.That(members, Does.Contain("CharacterType.Store"));
        Assert.That(members, Does.Contain("LikePattern.Parse"));
        Assert.That(TypesIn(typeof(Culprit)), Does.Contain(typeof(Truth)));
    }

    private static IEnumerable<MemberInfo> UsedMembers() => InterpreterTypes().SelectMany(MembersIn);

    private static IEnumerable<Type> UsedTypes() => InterpreterTypes().SelectMany(TypesIn);

    private static IEnumerable<Type> InterpreterTypes() =>
        typeof(ScriptInterpreter).Assembly.GetTypes().Where(IsInterpreter);

    private static bool IsInterpreter(Type type) =>
        type.Namespace is { } name
            ? name == Namespace || name.StartsWith($"{Namespace}.", StringComparison.Ordinal)
            : type.DeclaringType is { } outer && IsInterpreter(outer);

    /// <summary>Parsing is Microsoft's; all that read T-SQL may share how they call it.</summary>
    private static bool IsParser(Type type) => type == typeof(Grammar);

    /// <summary>What the compiler adds to an assembly for all: array data, regular expressions.</summary>
    private static bool IsGenerated(Type type) =>
        type.FullName!.Contains('<', StringComparison.Ordinal)
        || type.Namespace == "System.Text.RegularExpressions.Generated";

    private static Type Definition(Type type)
    {
        var element = type.HasElementType ? type.GetElementType()! : type;
        return element.IsGenericType ? element.GetGenericTypeDefinition() : element;
    }

    /// <summary>The types in the declarations and local variables of a type, and those that its code names.</summary>
    private static IEnumerable<Type> TypesIn(Type type)
    {
        var declared = new List<Type?> { type.BaseType };
        declared.AddRange(type.GetInterfaces());
        declared.AddRange(type.GetFields(Everything).Select(field => field.FieldType));
        foreach (var method in MethodsOf(type))
        {
            declared.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            declared.Add((method as MethodInfo)?.ReturnType);
            declared.AddRange(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            declared.AddRange(TokensOf(method).OfType<Type>());
        }

        return declared.OfType<Type>().SelectMany(WithArguments).Where(found => !found.IsGenericParameter);
    }

    private static IEnumerable<Type> WithArguments(Type type)
    {
        var element = type.HasElementType ? type.GetElementType()! : type;
        return element.GetGenericArguments().SelectMany(WithArguments).Prepend(element);
    }

    private static IEnumerable<MemberInfo> MembersIn(Type type) =>
        MethodsOf(type).SelectMany(TokensOf).Where(member => member is not Type && member.DeclaringType is not null);

    private static IEnumerable<MethodBase> MethodsOf(Type type) =>
        type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    /// <summary>The members and types that the instructions of a method name.</summary>
    private static IEnumerable<MemberInfo> TokensOf(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var place = 0; place < code.Length; )
        {
            short value = code[place++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | code[place++]));
            }

            var operand = OpCodesByValue[value].OperandType;
            if (
                operand
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                var token = BitConverter.ToInt32(code, place);
                yield return method.Module.ResolveMember(token, typeArguments, methodArguments)!;
            }

            place += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, place)),
                _ => 4,
            };
        }
    }

    private static class Culprit
    {
        public static CharacterRules Rules() => Collation.Latin1GeneralBin2.Rules(isUnicode: true);

        public static string Store() => CharacterType.Char(1, null).Store("x");

        public static LikePattern Pattern() => LikePattern.Parse("x", null);

        public static Truth Truth() => default;
    }
}
