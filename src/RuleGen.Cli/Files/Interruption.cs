using System.Runtime.InteropServices;

namespace RuleGen.Cli.Files;

/// <summary>Ends the process on Ctrl-C or a request to stop, leaving no half file behind.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Listens until it is disposed of.</summary>
    public Interruption()
    {
        Listen(PosixSignal.SIGINT, ExitCode.Interrupted);
        Listen(PosixSignal.SIGTERM, ExitCode.Terminated);
    }

    /// <inheritdoc/>
    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Listen(PosixSignal signal, int exitCode) =>
        _registrations.Add(
            PosixSignalRegistration.Create(
                signal,
                context =>
                {
                    context.Cancel = true;
                    OutputFile.AbandonAll();
                    Environment.Exit(exitCode);
                }
            )
        );
}
