namespace Recommender.Core.Store;

/// <summary>The right to change one model. The operating system holds it and lets go of it when its process ends, whatever ends that.</summary>
sealed class ModelLock : IDisposable
{
    const string FileName = ".lock";

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    readonly FileStream _held;

    ModelLock(FileStream held) => _held = held;

    /// <summary>Waits until nobody else changes the model: that is as long as a rename takes.</summary>
    public static ModelLock Acquire(string model, CancellationToken cancellationToken)
    {
        DurableFolder.Create(model);
        while (true)
        {
            if (TryHold(Path.Combine(model, FileName)) is { } held) return new(held);

            cancellationToken.WaitHandle.WaitOne(Pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _held.Dispose();

    static FileStream? TryHold(string path)
    {
        try
        {
            return WriteFailure.Explain(Path.GetDirectoryName(path)!, () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));
        }
        catch (IOException held) when (FileLock.IsHeldByAnother(held))
        {
            return null;
        }
    }
}
