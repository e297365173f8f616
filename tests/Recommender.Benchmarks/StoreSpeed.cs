using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Recommender.Core.Datasets;
using Recommender.Core.Models.Ease;
using Recommender.Core.Models.Folders;
using Recommender.Core.Numerics;
using Recommender.Core.Store;

namespace Recommender.Benchmarks;

/// <summary>A version of a gigabyte: published beside what the disk writes durably, verified beside SHA-256 over memory, opened with a warm page cache.</summary>
static class StoreSpeed
{
    const int Items = 16_000;   // weights (items, items): 1.02 GB in one file
    const int Rounds = 5;
    const int Piece = 1 << 18;   // 1 MB

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(ProjectRoot.Path("artifacts/store-speed")).FullName;
        try
        {
            Run(output, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Run(TextWriter output, string folder, CancellationToken cancellationToken)
    {
        var weights = Weights();
        var model = new ModelStore(Path.Combine(folder, "models")).Model("large");
        var trained = Trained(weights);
        var version = Publish(model, trained, cancellationToken);
        var (bytes, plain) = (version.Manifest.Bytes, Path.Combine(folder, "plain"));
        Write(plain, weights);

        var (disk, published, hashed, verified, opened, again) = (new double[Rounds], new double[Rounds], new double[Rounds], new double[Rounds], new double[Rounds], new double[Rounds]);
        var known = new VerifiedFiles(TimeProvider.System);
        for (var round = 0; round < Rounds; round++)   // in turn: other programs and the disk's moods meet both
        {
            cancellationToken.ThrowIfCancellationRequested();
            hashed[round] = Seconds(() => SHA256.HashData(MemoryMarshal.AsBytes(weights.AsSpan())));
            verified[round] = Seconds(() => Sound(version, cancellationToken));
            opened[round] = Seconds(() => ModelFolder.Open(SealedFolder.Read(version.Path), known: null, cancellationToken).Dispose());
            ModelFolder.Open(SealedFolder.Read(version.Path), known, cancellationToken).Dispose();
            again[round] = Seconds(() => ModelFolder.Open(SealedFolder.Read(version.Path), known, cancellationToken).Dispose());

            // Both writers find a gigabyte of memory that was given back a moment ago: a virtual machine may have to ask its host for any other.
            File.Delete(plain);
            disk[round] = Seconds(() => Write(plain, weights));
            model.Prune(keep: 0, new("benchmark", DateTime.UnixEpoch), cancellationToken);
            published[round] = Seconds(() => version = Publish(model, trained, cancellationToken));
        }
        Print();

        void Print()
        {
            output.WriteLine($"A version of {bytes / 1e6:0} MB, one large file; {Rounds} rounds, each work in turn.");
            output.WriteLine();
            output.WriteLine("| work | min s | median s | max s | MB/s of the median | of its measure |");
            output.WriteLine("|---|---|---|---|---|---|");
            Line("plain write and flush to disk", disk, disk);
            Line("publish: write and hash, flush, rename", published, disk);
            Line("SHA-256 over memory, one thread", hashed, hashed);
            Line("verify every file", verified, hashed);
            Line("open for scoring, checked", opened, hashed);
            Line("open again in the same process", again, hashed);
        }

        void Line(string work, double[] seconds, double[] measure)
        {
            var sorted = seconds.Order().ToArray();
            output.WriteLine($"| {work} | {sorted[0]:0.000} | {sorted[Rounds / 2]:0.000} | {sorted[^1]:0.000} | {bytes / 1e6 / sorted[Rounds / 2]:0} | {measure.Order().ElementAt(Rounds / 2) / sorted[Rounds / 2]:0.00} |");
        }
    }

    static float[] Weights()
    {
        var weights = new float[Items * Items];
        var random = new Random(17);
        for (var at = 0; at < weights.Length; at++) weights[at] = random.NextSingle();
        return weights;
    }

    static TrainedModel Trained(float[] weights)
    {
        var nobody = Vocabulary.Of([]);
        var model = new EaseModel(new(), new float[Items], new Matrix(weights, Items, Items));
        return new(model, Vocabulary.Of([.. Enumerable.Range(0, Items).Select(item => $"item-{item}")]), nobody, BasketsBuilder.From(0, Items, []), Now: 1);
    }

    static SealedFolder Publish(StoredModel model, TrainedModel trained, CancellationToken cancellationToken)
    {
        using var draft = model.Draft();
        draft.Take(ModelFolder.Fill(draft.Folder, trained));
        return model.Publish(draft, Manifest, new HistoryNote("benchmark", DateTime.UnixEpoch), cancellationToken);
    }

    static void Sound(SealedFolder version, CancellationToken cancellationToken)
    {
        if (version.Problems(cancellationToken) is [var problem, ..]) throw new InvalidOperationException(problem);
    }

    static void Write(string path, float[] weights)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var at = 0; at < weights.Length; at += Piece) stream.Write(MemoryMarshal.AsBytes(weights.AsSpan(at, Math.Min(Piece, weights.Length - at))));
        stream.Flush(flushToDisk: true);
    }

    static double Seconds(Action work)
    {
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static ModelManifest Manifest => new()
    {
        Trainer = EaseModel.Name,
        Options = [],
        Seed = 17,
        Dataset = "random",
        Snapshot = "none",
        Created = DateTime.UnixEpoch,
        Seconds = 0,
        PeakMb = 0,
        Engine = "0.1.0",
        Customers = 0,
        Items = Items,
        Now = 1,
    };
}
