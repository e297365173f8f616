namespace Recommender.Core.Store;

/// <summary>The right to change one model. The operating system holds it and lets go of it when its process ends, whatever ends that.</summary>
sealed class ModelLock : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    readonly FileStream _held;

    ModelLock(FileStream held) => _held = held;

    /// <summary>Waits until nobody else changes the model: that is as long as a rename takes.</summary>
    public static ModelLock Acquire(string model, CancellationToken cancellationToken)
    {
        DurableFolder.Create(model);
        while (true)
        {
            if (WriteFailure.Explain(model, () => FileLock.TryTake(Path.Combine(model, FileLock.FileName))) is { } held) return new(held);

            cancellationToken.WaitHandle.WaitOne(Pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _held.Dispose();
}
