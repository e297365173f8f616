namespace Recommender.Storage.Generation;

/// <summary>
/// Makes blocks on several threads and hands them over in order. Only a few blocks exist at a time, so memory does not grow
/// with the shop. The last block is made again, cut to the lines that are left.
/// </summary>
sealed class BlockPipeline(IShop shop, GenerateOptions options)
{
    readonly Queue<Task<ShopBlock>> _coming = new();
    readonly Stack<ShopBlock> _idle = new();
    readonly TaskScheduler _scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, options.Threads).ConcurrentScheduler;
    int _next;

    public void Run(Action<ShopBlock> write, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var index = 0;
            for (var left = options.Lines; left > 0; index++)
            {
                while (_coming.Count <= options.Threads) _coming.Enqueue(Start(stop.Token));

                var block = _coming.Dequeue().GetAwaiter().GetResult();
                if (block.Counts.Lines > left) Fill(block, index, left, stop.Token);
                left -= block.Counts.Lines;
                write(block);
                _idle.Push(block);
            }
        }
        finally
        {
            stop.Cancel();
            Task.WhenAll(_coming).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    Task<ShopBlock> Start(CancellationToken cancellationToken)
    {
        var (index, block) = (_next++, _idle.TryPop(out var used) ? used : new ShopBlock());
        return Task.Factory.StartNew(
            () =>
            {
                Fill(block, index, long.MaxValue, cancellationToken);
                return block;
            },
            cancellationToken, TaskCreationOptions.None, _scheduler);
    }

    void Fill(ShopBlock block, int index, long lineLimit, CancellationToken cancellationToken)
    {
        block.Restart(lineLimit);
        shop.Fill(block, index, cancellationToken);
        if (options.Format == ShopFormat.CsvGzip) block.Compress();
    }
}
