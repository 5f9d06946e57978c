using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Clr;

public sealed class SafeAssemblyTests
{
    private static readonly TestCaseData[] UnsafeCode =
    [
        Case("static int count; public static void M() { count++; }", "static field C.count can be written"),
        Case("public static string Last { get; set; }", "static field C.<Last>k__BackingField can be written"),
        Case("~C() { }", "type C has a finalizer"),
        Case(
            "[System.Runtime.InteropServices.DllImport(\"kernel32\")] public static extern void Beep();",
            "it calls unmanaged code"
        ),
        Case("public static unsafe void M(int* p) { *p = 1; }", "method C.M has a pointer in its signature"),
        Case("private unsafe int* pointer;", "field C.pointer is a pointer"),
        Case(
            "public static unsafe int M(string s) { fixed (char* c = s) { return *c; } }",
            "method C.M has a pointer among its variables"
        ),
        Case("public static unsafe void M() { int* p = stackalloc int[4]; p[0] = 1; }", "instruction localloc"),
        Case("public static unsafe void M() { }", "it asks for permissions"),
        Case("public static object M() { return new System.Threading.Thread(M2); } static void M2() { }", "Thread"),
        Case("public static void M() { lock (typeof(C)) { } }", "it uses System.Threading.Monitor"),
        Case("public volatile int X; public int M() { return X; }", "IsVolatile"),
        Case(
            "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)]"
                + " public static void M() { }",
            "method C.M is implemented as Synchronized"
        ),
        Case(
            "[System.ThreadStatic] static readonly object X = new object(); public static object M() { return X; }",
            "it uses System.ThreadStaticAttribute"
        ),
        Case("public static System.Func<int> M() { return () => 1; }", "instruction ldftn"),
        Case("public static int[] M() { return new[] { 1, 2, 3, 4 }; }", "it has data that a field maps to"),
        Case("public static string M() { return System.IO.File.ReadAllText(\"x\"); }", "it uses System.IO.File"),
        Case(
            "public static object M() { return System.Reflection.Assembly.Load(new byte[0]); }",
            "Reflection.Assembly"
        ),
        Case(
            "public static string M() { return 1.ToString(System.Globalization.CultureInfo.CurrentCulture); }",
            "Culture"
        ),
        Case("public static object M() { return new System.Xml.XmlDocument(); }", "it refers to System.Xml 4.0.0.0"),
        Case("public static void M(__arglist) { }", "takes any number of arguments"),
        Case("[System.Serializable] public class D { }", "is serializable"),
        Case(
            "[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]"
                + " public struct D { [System.Runtime.InteropServices.FieldOffset(0)] public int X; }",
            "is laid out by hand"
        ),
    ];

    [TestCaseSource(nameof(UnsafeCode))]
    public void What_safe_forbids_is_refused(string member, string reason)
    {
        var assembly = FrameworkCode.Compile($"public class C {{ {member} }}");

        var problems = Refused.Problems(() => SafeAssembly.Check("Unsafe", assembly));

        Assert.That(problems.Select(problem => problem.Code), Is.All.EqualTo(ErrorCodes.UnsafeAssembly));
        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains(reason));
    }

    [Test]
    public void An_assembly_that_refers_to_another_framework_is_refused()
    {
        var problems = Refused.Problems(() =>
            SafeAssembly.Check("Core", [.. File.ReadAllBytes(typeof(Coding).Assembly.Location)])
        );

        Assert.That(problems.Select(problem => problem.Message), Has.Some.Contains("it refers to System.Runtime"));
    }

    [Test]
    public void A_static_field_that_is_read_only_and_a_plain_method_are_safe()
    {
        var assembly = FrameworkCode.Compile(
            "public class C { static readonly object[] X = { \"a\", null }; public static object M(int i) { return X[i]; } }"
        );

        Assert.That(() => SafeAssembly.Check("Safe", assembly), Throws.Nothing);
    }

    [TestCaseSource(typeof(PublishedCodings), nameof(PublishedCodings.All))]
    public void The_assembly_of_a_published_coding_is_safe(PublishedCoding coding)
    {
        var assembly = ClrGenerator.Compile(coding, Apcs.Source);

        Assert.That(() => SafeAssembly.Check(assembly.Names.Assembly, assembly.Bytes), Throws.Nothing);
    }

    private static TestCaseData Case(string member, string reason) =>
        new TestCaseData(member, reason).SetArgDisplayNames(reason);
}
