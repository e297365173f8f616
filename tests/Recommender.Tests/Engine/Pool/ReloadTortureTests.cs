using System.Diagnostics;
using Recommender.Core.Store;
using Recommender.Engine.Pool;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

/// <summary>Everything that can be wrong with what is promoted: it is reported once, the last good version answers on, and the next good one is taken within a second.</summary>
public sealed class ReloadTortureTests : PoolFixture
{
    const string AllowsAllVariable = "RECOMMENDER_TEST_BOUND_BY_PERMISSIONS";

    static readonly Dictionary<string, (Action<StoredModel> Harm, string Said)> Harms = new()
    {
        ["half-written folder"] = (model => { File.Delete(InVersion(model, "manifest.json")); File.Delete(InVersion(model, "items.safetensors")); }, "has no manifest.json"),
        ["manifest cut short"] = (model => Cut(InVersion(model, "manifest.json")), "manifest.json is damaged"),
        ["file cut short"] = (model => Cut(InVersion(model, "model.safetensors")), "bytes instead of"),
        ["missing file"] = (model => File.Delete(InVersion(model, "customers.safetensors")), "customers.safetensors is missing"),
        ["flipped byte"] = (model => Flip(InVersion(model, "model.safetensors")), "its hash differs"),
        ["wrong format"] = (model => Replace(InVersion(model, "manifest.json"), "\"format\": 2", "\"format\": 3"), "has the format 3; this version reads 2"),
        ["another kind"] = (model => SealAs(model, "ease"), "do not belong together"),
        ["missing version"] = (model => Directory.Delete(model.PathOf(2), recursive: true), "points at version 2, which is not there"),
        ["somebody's copy"] = (model => { Directory.Delete(model.PathOf(2), recursive: true); CopyFolder(model.PathOf(1), model.PathOf(2)); }, "holds version 1 of 'beauty'"),
    };

    public static TheoryData<string> Names => [.. Harms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_version_that_is_not_what_was_written_is_refused(string name)
    {
        Beauty.Publish("a");
        Assert.Equal(1, Version());
        Beauty.Publish("b", alias: null);
        Harms[name].Harm(Beauty);

        Beauty.PointAt(2);

        await IsReportedOnce(Harms[name].Said, wanted: 2);
        Beauty.Publish("c");
        await Soon(() => Version() == 3);
        Assert.Null(Assert.Single(Pool.Status()).Problem);
    }

    [Theory]
    [InlineData("model.safetensors")]
    [InlineData("manifest.json")]
    public async Task A_refused_version_is_taken_once_its_files_are_put_back(string file)
    {
        Beauty.Publish("a");
        Assert.Equal(1, Version());
        Beauty.Publish("b", alias: null);
        var whole = await File.ReadAllBytesAsync(InVersion(Beauty, file), Token);
        Cut(InVersion(Beauty, file));
        Beauty.PointAt(2);
        await IsReportedOnce(file, wanted: 2);

        await File.WriteAllBytesAsync(InVersion(Beauty, file), whole, Token);

        await Soon(() => Version() == 2);
    }

    [Fact]
    public async Task A_version_that_is_refused_when_nothing_is_live_is_taken_once_it_is_whole()
    {
        Beauty.Publish("a");
        var whole = await File.ReadAllBytesAsync(InVersion(Beauty, "model.safetensors", 1), Token);
        Cut(InVersion(Beauty, "model.safetensors", 1));
        Assert.Equal("No version of 'beauty' can be read, so there is nothing to answer with. Whoever runs the worker finds the reason in its log and at /readyz.", Sentence());
        await Soon(() => Log.Errors.Any());
        Assert.Contains("bytes instead of", Assert.Single(Log.Errors));

        await File.WriteAllBytesAsync(InVersion(Beauty, "model.safetensors", 1), whole, Token);

        await Soon(Answers);
    }

    [Fact]
    public async Task A_truncated_alias_file_changes_nothing_until_it_is_whole_again()
    {
        Beauty.Publish("a");
        Assert.Equal(1, Version());
        Beauty.Publish("b", alias: null);
        var aliases = Path.Combine(Beauty.Folder, "aliases.json");
        Cut(aliases);

        await IsReportedOnce("aliases.json is damaged", wanted: 1);
        Beauty.PointAt(2);
        await Soon(() => Version() == 2);
    }

    [Fact]
    public async Task A_production_version_that_was_removed_answers_on_and_the_next_one_is_taken()
    {
        Beauty.Publish("a");
        using var lease = Pool.TakeModel(Tenant, "beauty");
        Directory.Delete(Beauty.PathOf(1), recursive: true);

        await IsReportedOnce("Version 1 of 'beauty' is live, and its folder", wanted: 1);
        Assert.Equal("a-39", lease.Version.Items[39]);
        Beauty.Publish("b", alias: null);
        Beauty.PointAt(2);
        await Soon(() => Version() == 2);
    }

    [Fact]
    public async Task A_model_that_was_removed_whole_answers_on_and_comes_back()
    {
        Beauty.Publish("a");
        Assert.Equal(1, Version());
        Directory.Delete(Beauty.Folder, recursive: true);

        await IsReportedOnce("'beauty' has no alias 'production' any more", wanted: 1);
        Beauty.Publish("b", alias: null);
        Beauty.Publish("c", alias: null);
        Beauty.PointAt(2);
        await Soon(() => Version() == 2);
    }

    [Theory]
    [InlineData("model.safetensors", "cannot be read")]
    [InlineData("manifest.json", "manifest.json' is denied")]
    public async Task A_file_that_may_not_be_read_is_refused_until_it_may(string file, string said)
    {
        if (OperatingSystem.IsWindows() || RunsAgainBoundByPermissions()) return;

        Beauty.Publish("a");
        Assert.Equal(1, Version());
        Beauty.Publish("b", alias: null);
        File.SetUnixFileMode(InVersion(Beauty, file), UnixFileMode.None);
        Beauty.PointAt(2);
        await IsReportedOnce(said, wanted: 2);

        File.SetUnixFileMode(InVersion(Beauty, file), UnixFileMode.UserRead);
        await Soon(() => Version() == 2);
    }

    [Fact]
    public async Task A_model_whose_folders_are_closed_answers_on_until_they_are_opened()
    {
        if (OperatingSystem.IsWindows() || RunsAgainBoundByPermissions()) return;

        Beauty.Publish("a");
        Assert.Equal(1, Version());
        foreach (var folder in (string[])[Beauty.PathOf(1), Beauty.Folder])
        {
            var mode = File.GetUnixFileMode(folder);
            File.SetUnixFileMode(folder, UnixFileMode.None);
            await Soon(() => Pool.Status()[0].Problem is not null);
            Assert.Equal(1, Version());
            File.SetUnixFileMode(folder, mode);
            await Soon(() => Pool.Status()[0].Problem is null);
        }
        Assert.Equal(2, Log.Errors.Count);
    }

    // What a superuser may read is not bound by permissions: the same test then runs in a process that gave up this right.
    static bool RunsAgainBoundByPermissions()
    {
        if (!Environment.IsPrivilegedProcess || Environment.GetEnvironmentVariable(AllowsAllVariable) is not null) return false;

        var start = new ProcessStartInfo("setpriv", ["--bounding-set=-dac_override,-dac_read_search", Environment.ProcessPath!, typeof(ReloadTortureTests).Assembly.Location,
            "-noLogo", "-noColor", "-method", $"{typeof(ReloadTortureTests).FullName}.{TestContext.Current.TestMethod!.MethodName}"])
        { UseShellExecute = false, RedirectStandardOutput = true, Environment = { [AllowsAllVariable] = "yes" } };
        using var again = Process.Start(start)!;
        var output = again.StandardOutput.ReadToEnd();
        again.WaitForExit();
        Assert.True(again.ExitCode == 0 && output.Contains("Failed: 0") && !output.Contains("Total: 0"), output);
        return true;
    }

    // For ten looks at the store there is one line, and the answer is the former version's.
    async Task IsReportedOnce(string said, int wanted)
    {
        await Soon(() => Pool.Status()[0].Problem is not null);
        for (var look = 0; look < 10; look++)
        {
            await Pool.LookAsync(Token);
            Assert.Equal(1, Version());
        }
        var status = Assert.Single(Pool.Status());
        Assert.Equal((Tenant, "beauty", "production", wanted, 1), (status.Tenant, status.Model, status.Alias, status.Wanted, status.Live));
        Assert.Contains(said, status.Problem);
        Assert.Contains(said, Assert.Single(Log.Errors));
    }

    bool Answers()
    {
        try
        {
            return Version() == 1;
        }
        catch (NoModelException)
        {
            return false;
        }
    }

    static string InVersion(StoredModel model, string file, int version = 2) => Path.Combine(model.PathOf(version), file);

    static void Cut(string path) => File.WriteAllBytes(path, File.ReadAllBytes(path)[..^9]);

    static void Flip(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^70] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    static void Replace(string path, string text, string other)
    {
        var former = File.ReadAllText(path);
        Assert.Contains(text, former);
        File.WriteAllText(path, former.Replace(text, other));
    }

    static void SealAs(StoredModel model, string trainer) =>
        ManifestFile.Seal(model.PathOf(2), ManifestFile.Read(model.PathOf(2)) with { Trainer = trainer }, [], Token);

    static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
