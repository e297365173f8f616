namespace Recommender.Benchmarks;

/// <summary>Where findings are kept: results/yyyy-MM-dd-benchmark.md, committed with the change that they speak for.</summary>
static class ResultFile
{
    /// <summary>Runs the benchmark and writes what it found, below the machine's description, to its file and to the console.</summary>
    public static void Write(string benchmark, Action<TextWriter, CancellationToken> run, TimeProvider time, CancellationToken cancellationToken)
    {
        using var findings = new StringWriter { NewLine = "\n" };
        findings.WriteLine($"# {benchmark}");
        findings.WriteLine();
        findings.WriteLine(Machine.Describe());
        findings.WriteLine();
        run(findings, cancellationToken);

        var path = ProjectRoot.Path($"tests/Recommender.Benchmarks/results/{time.GetUtcNow():yyyy-MM-dd}-{benchmark}.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, findings.ToString());
        Console.Write(findings.ToString());
    }
}
