namespace Recommender.Core.Numerics;

/// <summary>A loop over independent pieces of work on so many threads.</summary>
static class Loop
{
    public static void For(int count, int threads, Action<int> body, CancellationToken ct)
    {
        if (threads > 1 && count > 1)
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = ct }, body);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            ct.ThrowIfCancellationRequested();
            body(i);
        }
    }
}
