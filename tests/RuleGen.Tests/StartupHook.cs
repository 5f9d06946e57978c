/// <summary>
/// What the runtime calls before the program where the tests ask for it: writes down the assemblies that the program
/// has loaded when it ends.
/// </summary>
internal static class StartupHook
{
    /// <summary>The variable that names the file.</summary>
    public const string FileVariable = "RULEGEN_TEST_ASSEMBLIES";

    public static void Initialize() =>
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            File.WriteAllLines(
                Environment.GetEnvironmentVariable(FileVariable)!,
                AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetName().Name!)
            );
}
