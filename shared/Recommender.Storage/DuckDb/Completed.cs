namespace DuckDB.NET.Data;

/// <summary>Work that is done when its task is handed back: DuckDB has no waiting that another thread would not do just as long.</summary>
static class Completed
{
    public static Task<T> From<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);

        try
        {
            return Task.FromResult(work(cancellationToken));
        }
        catch (OperationCanceledException e) when (e.CancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(e.CancellationToken);
        }
        catch (Exception e)   // a task carries whatever its work throws
        {
            return Task.FromException<T>(e);
        }
    }
}
