using Recommender.Benchmarks;

// One line a benchmark: its name and what runs it. A benchmark writes its findings as Markdown.
var benchmarks = new SortedDictionary<string, Action<TextWriter, CancellationToken>>
{
    ["cholesky"] = CholeskySpeed.Run,
    ["columns"] = DuckDbColumns.Run,
    ["cooccurrence"] = CoOccurrences.Run,
    ["csv-reading"] = CsvReading.Run,
    ["ease"] = EaseTraining.Run,
    ["evaluation"] = Evaluation.Run,
    ["gemm"] = GemmSpeed.Run,
    ["fold-in"] = FoldIns.Run,
    ["generation"] = Generation.Run,
    ["ials"] = ImplicitAlsSweep.Run,
    ["ials-memory"] = ImplicitAlsMemory.Run,
    ["import"] = Import.Run,
    ["itemsets"] = Itemsets.Run,
    ["launcher-start"] = LauncherStart.Run,
    ["matrix-lookup"] = MatrixLookup.Run,
    ["matrix-scale"] = MatrixScale.Run,
    ["pairs"] = PairCounting.Run,
    ["ratings-factorization"] = RatingsFactorization.Run,
    ["scan"] = ModelScans.Run,
    ["store"] = StoreSpeed.Run,
    ["score"] = Scores.Run,
};

// What a benchmark starts in a process of its own.
if (args is ["--timing", var kernel, var threads])
{
    KernelTimings.Print(kernel, int.Parse(threads));
    return 0;
}

if (args.Length == 0 || args.Any(name => !benchmarks.ContainsKey(name)))
{
    Console.Error.WriteLine($"Name one or more benchmarks: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
try
{
    foreach (var name in args) ResultFile.Write(name, benchmarks[name], TimeProvider.System, interrupted.Token);
    return 0;
}
catch (OperationCanceledException)
{
    return 130;
}
