namespace Recommender.Core.Baskets.Rules;

/// <summary>
/// Takes the itemsets in chunks, and these in rounds that several threads share. A round that leads beyond the limit is taken again, chunk
/// by chunk: which rules the limit leaves does not depend on threads, and no more than so many are ever held.
/// </summary>
sealed class RuleChunks(RuleOptions options, int itemsets, RuleTime time)
{
    const int ChunkSize = 1024;   // itemsets
    const int RoundSize = 64;     // chunks

    /// <summary>How many chunks.</summary>
    public int Count { get; } = (itemsets + ChunkSize - 1) / ChunkSize;

    /// <summary>Itemsets of the chunks that were whole when a limit ended the last stage.</summary>
    public int Done { get; private set; }

    /// <summary>Does a piece of work with each chunk, and hands what it gave to <paramref name="take"/>, in order and on this thread.</summary>
    public RuleEnd ForEach<T>(RuleStage stage, long most, RuleChunkWork<T> work, Action<int, T> take, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        options.Progress?.Report(new(stage, 0));
        for (var begin = 0; begin < Count; begin += RoundSize)
        {
            var (quota, found, done) = (new RuleQuota(most, () => time.IsOver(stage)), new (bool IsThere, T Of)[Math.Min(RoundSize, Count - begin)], begin);
            Done = Math.Min(itemsets, begin * ChunkSize);
            Parallel.For(0, found.Length, parallel, at =>
            {
                if (quota.IsEnded) return;
                found[at] = (true, work(begin + at, RangeOf(begin + at), quota));
                options.Progress?.Report(new(stage, Interlocked.Increment(ref done) / (double)Count));
            });
            if (quota.IsExceeded) return InOrder(begin, new(most, () => time.IsOver(stage)), work, take);

            for (var at = 0; at < found.Length; at++)
            {
                if (found[at].IsThere) take(begin + at, found[at].Of);
            }
            if (quota.IsOver) return RuleEnd.Time;
            most = quota.Left;
        }
        return RuleEnd.Whole;
    }

    RuleEnd InOrder<T>(int begin, RuleQuota quota, RuleChunkWork<T> work, Action<int, T> take)
    {
        for (var chunk = begin; !quota.IsEnded; chunk++)
        {
            Done = chunk * ChunkSize;
            take(chunk, work(chunk, RangeOf(chunk), quota));
        }
        return quota.IsOver ? RuleEnd.Time : RuleEnd.Limit;
    }

    Range RangeOf(int chunk) => (chunk * ChunkSize)..Math.Min(itemsets, (chunk + 1) * ChunkSize);
}
