using System.IO.Compression;
using System.Text;
using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>Sources that cannot be imported: a sentence with value and cure, nothing in the home, and no more memory than a good one.</summary>
public sealed class BadSourceTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    const long Megabyte = 1 << 20;
    const long MostMemory = 400 * Megabyte;
    static readonly string[] SetPrivileges = ["--bounding-set=-dac_override,-dac_read_search", new Launch().Program];

    const string Header = "order_id,customer_id,item_id,quantity,amount,purchased_at\n";

    [Theory]
    [InlineData("empty.csv", "is empty")]
    [InlineData("header.csv", "no rows below its header")]
    [InlineData("no item.csv", "item_id", "--column")]
    [InlineData("program.csv", "program", "name the data file")]
    [InlineData("noise.csv", "binary", "CSV, Parquet or Excel")]
    [InlineData("one line.csv", "1 MiB", "line break")]
    [InlineData("bomb.csv.gz", "zip bomb", "unpack it yourself")]
    [InlineData("one line bomb.csv.gz", "zip bomb", "unpack it yourself")]
    [InlineData("torn.csv.gz", "damaged gzip", "export it again")]
    [InlineData("torn.xlsx", "Excel", "save it again")]
    [InlineData("torn.parquet", "Parquet", "write it again")]
    [InlineData("a folder", "no file of purchases", "name")]
    [InlineData("missing.csv", "does not exist", "check the name")]
    public async Task A_source_that_cannot_be_imported_is_explained_in_one_line(string name, params string[] words)
    {
        using var place = new TemporaryHome();
        var source = place.Path(name);
        Write(source);

        using var import = console.Start(place.Path("home"), "import", source, "--dataset", "shop", "--json");
        await RefusedAsync(place, import, [.. words, name]);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_explained_in_one_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are a matter of Unix.");
        using var place = new TemporaryHome();
        var source = place.Path("secret.csv");
        File.Copy(console.Purchases, source);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(source, UnixFileMode.None);

        using var import = AsWhoMayNotReadAll(place.Path("home")).Start([.. Environment.IsPrivilegedProcess ? SetPrivileges : [], "import", source, "--dataset", "shop", "--json"]);
        await RefusedAsync(place, import, ["secret.csv", "cannot be read", "allow reading it"]);
    }

    [Theory]
    [InlineData(2, "'--datset'", "import", "x.csv", "--datset", "shop")]
    [InlineData(2, "Did you mean 'import'?", "imprt", "x.csv")]
    [InlineData(2, "Did you mean 'verify'?", "data", "verfy")]
    [InlineData(2, "--wait", "import", "x.csv", "--wait", "soon")]
    [InlineData(2, "--dataset", "profile")]
    [InlineData(2, "Required command", "data")]
    [InlineData(2, "Nothing to import", "import")]
    [InlineData(2, "--out", "generate", "beauty")]
    [InlineData(1, "Import some", "profile", "--dataset", "nowhere")]
    [InlineData(1, "Import some", "data", "show", "--dataset", "nowhere")]
    [InlineData(1, "See: recommender data list", "data", "undo", "--dataset", "nowhere")]
    [InlineData(1, "name", "profile", "--dataset", "../up")]
    [InlineData(2, "supermarket", "generate", "supermarket", "--out", "x")]
    public async Task A_command_that_cannot_be_done_is_explained_in_one_line(int exitCode, string words, params string[] arguments)
    {
        using var home = new TemporaryHome();

        var plain = (await console.RunAsync(home.Folder, arguments)).Ends(exitCode);
        var json = (await console.RunAsync(home.Folder, [.. arguments, "--json"])).Ends(exitCode);

        Assert.Contains(words, plain.Error);
        Assert.Empty(plain.Output);
        AssertFailureAsJson(json);
        Assert.Empty(NotMarkers(home.Folder));
    }

    static async Task RefusedAsync(TemporaryHome place, Launched import, string[] words)
    {
        var peak = await MemoryWatch.PeakAsync(import);
        var outcome = (await import.EndAsync()).Ends(1);

        foreach (var word in words) Assert.Contains(word, outcome.Error, StringComparison.OrdinalIgnoreCase);
        AssertFailureAsJson(outcome);
        Assert.Empty(NotMarkers(place.Path("home")));
        TestContext.Current.TestOutputHelper!.WriteLine($"{peak / Megabyte} MB, {outcome.Elapsed.TotalSeconds:0.0} s: {outcome.Error}");
        if (OperatingSystem.IsLinux()) Assert.InRange(peak!.Value, 1, MostMemory);
    }

    static void AssertFailureAsJson(Outcome outcome)
    {
        Assert.Equal(outcome.Error, $"error: {outcome.Json.GetProperty("error").GetString()}");
        Assert.Equal(outcome.ExitCode, outcome.Json.GetProperty("exit_code").GetInt32());
        Assert.DoesNotContain("unexpected", outcome.Error);
        Assert.DoesNotContain(outcome.ErrorLines, line => line.StartsWith("at ", StringComparison.Ordinal));
    }

    // The lock and home.json say that there is a home; everything else would be half an import.
    static string[] NotMarkers(string home) => [.. FolderContent.Names(home).Where(name => name is not (".lock" or "home.json"))];

    // Root reads every file whatever its mode says, unless it gives up the right to.
    Launch AsWhoMayNotReadAll(string home) => console.Launch with { Home = home, Program = Environment.IsPrivilegedProcess ? "setpriv" : console.Launch.Program };

    void Write(string path)
    {
        switch (Path.GetFileName(path))
        {
            case "empty.csv": File.WriteAllText(path, ""); break;
            case "header.csv": File.WriteAllText(path, Header); break;
            case "no item.csv": File.WriteAllText(path, "order_id,customer_id,quantity,amount,purchased_at\n1,a,1,2.50,2026-01-02\n"); break;
            case "program.csv": File.Copy(Environment.ProcessPath!, path); break;
            case "noise.csv": File.WriteAllBytes(path, Noise(300_000)); break;
            case "one line.csv": Write(File.Create(path), "x", 100 * Megabyte); break;
            case "bomb.csv.gz": Write(Gzip(path), "1,a,b,1,2.50,2026-01-02\n", 1500 * Megabyte); break;
            case "one line bomb.csv.gz": Write(Gzip(path), "x", 1500 * Megabyte); break;
            case "torn.csv.gz": File.WriteAllBytes(path, Torn(console.Purchases)); break;
            case "torn.xlsx": File.WriteAllBytes(path, [.. "PK\u0003\u0004"u8, .. Noise(1000)]); break;
            case "torn.parquet": File.WriteAllBytes(path, [.. "PAR1"u8, .. Noise(1000)]); break;
            case "a folder": Directory.CreateDirectory(path); break;
        }
    }

    static void Write(Stream stream, string text, long length)
    {
        using (stream)
        {
            stream.Write(Encoding.UTF8.GetBytes(Header));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, (int)Megabyte / text.Length)));
            for (long written = 0; written < length; written += block.Length) stream.Write(block);
        }
    }

    static GZipStream Gzip(string path) => new(File.Create(path), CompressionLevel.SmallestSize);

    static byte[] Torn(string path)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(File.ReadAllBytes(path));
        return packed.ToArray()[..((int)packed.Length / 2)];
    }

    static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(5).NextBytes(noise);
        return noise;
    }
}
