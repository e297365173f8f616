using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Recommender.Terminal;

/// <summary>Ctrl-C and SIGTERM end the work cleanly; a second one, a second later or more, ends the process at once.</summary>
sealed class Interruption : IDisposable
{
    // A terminal or a service manager signals a scheduler and its run alike, and the scheduler passes the signal on: for the run they are one.
    static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration[] _signals;
    long _first;

    public Interruption() =>
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal), PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal)];

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _source.Dispose();
    }

    void OnSignal(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested && Stopwatch.GetElapsedTime(_first) >= Together) return;   // the second signal does what it does by default

        context.Cancel = true;
        if (_source.IsCancellationRequested) return;

        _first = Stopwatch.GetTimestamp();
        _source.Cancel();
    }
}
