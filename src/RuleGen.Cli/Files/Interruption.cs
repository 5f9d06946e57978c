using System.Runtime.InteropServices;
using RuleGen.Data.Files;

namespace RuleGen.Cli.Files;

/// <summary>Ends the process on Ctrl-C or a request to stop, leaving no half file behind.</summary>
internal sealed class Interruption : IDisposable
{
    private static Deferral? _deferral;

    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Listens until it is disposed of.</summary>
    public Interruption()
    {
        Listen(PosixSignal.SIGINT, ExitCode.Interrupted);
        Listen(PosixSignal.SIGTERM, ExitCode.Terminated);
    }

    /// <summary>
    /// Until it is disposed of, an interruption is first told to the one who asked, and ends the process when that one
    /// has tidied up and disposed of it; where that takes long, after tidying up for it.
    /// </summary>
    public static Deferral Defer() => new();

    /// <inheritdoc/>
    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Listen(PosixSignal signal, int exitCode) =>
        _registrations.Add(
            PosixSignalRegistration.Create(
                signal,
                context =>
                {
                    context.Cancel = true;
                    _deferral?.Interrupt();
                    OutputFile.AbandonAll();
                    Environment.Exit(exitCode);
                }
            )
        );

    /// <summary>Somebody who has to tidy up before the process ends.</summary>
    internal sealed class Deferral : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private readonly CancellationTokenSource _interruption = new();
        private readonly ManualResetEventSlim _isTidy = new();

        public Deferral() => _deferral = this;

        /// <summary>Tells of the interruption.</summary>
        public CancellationToken Interrupted => _interruption.Token;

        /// <summary>Tidies up for one who is too busy to; runs on another thread than that one's.</summary>
        public Action TidyUp { get; set; } = () => { };

        /// <summary>Tells of it, and waits a little.</summary>
        public void Interrupt()
        {
            _interruption.Cancel();
            if (!_isTidy.Wait(Patience))
            {
                TidyUp();
            }
        }

        /// <summary>Says that all is tidy; after an interruption this does not return.</summary>
        public void Dispose()
        {
            _deferral = null;
            _isTidy.Set();
            if (_interruption.IsCancellationRequested)
            {
                Thread.Sleep(Timeout.Infinite);
            }

            _interruption.Dispose();
            _isTidy.Dispose();
        }
    }
}
