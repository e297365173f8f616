using System.Runtime.InteropServices;

namespace Recommender.Training.Terminal;

/// <summary>Ctrl-C and SIGTERM end the work cleanly; a second one ends the process at once.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration[] _signals;

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
        if (_source.IsCancellationRequested) return;   // the second signal does what it does by default

        context.Cancel = true;
        _source.Cancel();
    }
}
