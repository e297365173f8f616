using System.Diagnostics;
using System.Text;
using Recommender.Storage.Sources.Text;

namespace Recommender.Benchmarks;

/// <summary>How fast records are cut, beside the least that any reader must do: count the line breaks of the same bytes.</summary>
static class CsvReading
{
    const int Megabytes = 64;
    const int Repetitions = 5;

    public static void Run(TextWriter output, CancellationToken cancellationToken)
    {
        output.WriteLine("text           MB/s   records/s   line breaks MB/s   ratio");
        Measure("plain", "536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2009-12-01 07:45:00,2.55,17850,United Kingdom\n", checks: false);
        Measure("plain, checked", "536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2009-12-01 07:45:00,2.55,17850,United Kingdom\n", checks: true);
        Measure("short fields", "1,22,333,4,55,6,7,8\n", checks: false);
        Measure("all quoted", "\"536365\",\"85123A\",\"HEART, WHITE\",\"6\",\"2009-12-01 07:45:00\",\"2.55\",\"17850\",\"United Kingdom\"\n", checks: false);
        Scan(output, cancellationToken);

        void Measure(string name, string line, bool checks)
        {
            var text = Repeat(line);
            var lines = Best(() => (int)text.AsSpan().Count((byte)'\n'), cancellationToken);
            var cut = Best(() => Cut(text, checks), cancellationToken);
            var records = text.Length / line.Length / cut.TotalSeconds;
            output.WriteLine($"{name,-14} {Rate(text, cut),5:0}   {records,9:0}   {Rate(text, lines),16:0}   {lines / cut,5:0.000}");
        }
    }

    static void Scan(TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var (name, line) in (ReadOnlySpan<(string, string)>)[("ASCII", "536365,85123A,WHITE HEART,6,2.55\n"), ("umlauts", "536365,85123A,Weiße Schüssel,6,2.55\n"), ("Cyrillic", "536365,Белое сердце подвеска,6\n")])
        {
            var text = Repeat(line);
            var time = Best(() => ScanOnce(text), cancellationToken);
            output.WriteLine($"encoding scan of {name}: {Rate(text, time):0} MB/s");
        }
    }

    static int Cut(byte[] text, bool checks)
    {
        using var tokenizer = new CsvTokenizer(new MemoryStream(text), new("memory", ',', '"') { ChecksRecords = checks });
        var bytes = 0;
        while (tokenizer.Read())
        {
            for (var i = 0; i < tokenizer.FieldCount; i++) bytes += tokenizer.Field(i).Length;
        }
        return bytes;
    }

    static int ScanOnce(byte[] text)
    {
        var scan = new EncodingScan();
        foreach (var chunk in Enumerable.Range(0, text.Length >> 18).Select(index => text.AsMemory(index << 18, 1 << 18))) scan.Add(chunk.Span);
        scan.End();
        return (int)scan.ValidSequences;
    }

    static byte[] Repeat(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var text = new byte[Megabytes * 1_000_000 / bytes.Length * bytes.Length];
        for (var at = 0; at < text.Length; at += bytes.Length) bytes.CopyTo(text, at);
        return text;
    }

    static TimeSpan Best(Func<int> work, CancellationToken cancellationToken)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Repetitions; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            work();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }
        return best;
    }

    static double Rate(byte[] text, TimeSpan time) => text.Length / 1e6 / time.TotalSeconds;
}
