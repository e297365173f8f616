using System.Runtime.Versioning;
using Xunit;

namespace Recommender.EndToEnd.Deploy;

/// <summary>The commands of the image, done in a clean folder: what it builds runs a pipeline as its own user and writes to /data only.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ImageTests
{
    [Fact]
    public async Task What_the_image_builds_runs_a_pipeline_as_its_user_on_a_read_only_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The image is one of Linux; its commands need bash.");
        using var image = await BuiltImage.MakeAsync();
        using var temporary = new TemporaryHome();
        var launch = await PrepareAsync(image, temporary);
        var entry = Entry(image);

        var first = (await launch.RunAsync([.. entry, "run", "pipelines/beauty.yaml", "--json"])).Ends(0).Json;
        var again = (await launch.RunAsync([.. entry, "run", "pipelines/beauty.yaml", "--json"])).Ends(0).Json;
        var version = (await launch.RunAsync([.. entry, "models", "show", "beauty"])).Ends(0).Output;

        Assert.True(first.GetProperty("promoted").GetBoolean());
        Assert.All(again.GetProperty("steps").EnumerateArray(), step => Assert.True(step.GetProperty("cached").GetBoolean()));
        Assert.Contains("0123abc", version);
        await EndsOnTermAsync(launch, [.. entry, .. image.Final.Words("CMD")]);
    }

    static async Task EndsOnTermAsync(Launch launch, string[] command)
    {
        using var schedule = launch.Start(command);
        await schedule.FirstWordAsync();
        schedule.Signal("TERM");
        (await schedule.EndAsync()).Ends(0);
    }

    // As root it becomes the user of the image, as an engine would; anyone else is nobody special already.
    static async Task<Launch> PrepareAsync(BuiltImage image, TemporaryHome temporary)
    {
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = "/nonexistent", ["TMPDIR"] = temporary.Folder, ["RECOMMENDER_HOME"] = image.Here(image.Final.Last("ENV").Split('=')[1]),
        };
        var launch = new Launch { Program = "/usr/bin/env", Folder = image.Here(image.Final.Last("WORKDIR")), Environment = environment };
        image.Lock("/app");
        image.Open();
        if (!Environment.IsPrivilegedProcess) return launch;

        var user = image.Final.Last("USER");
        (await new Launch { Program = "chown" }.RunAsync("-R", user, image.Here("/data"), temporary.Folder)).Ends(0);
        return launch with { Program = "setpriv" };
    }

    static string[] Entry(BuiltImage image)
    {
        var words = image.Final.Words("ENTRYPOINT").Select(word => word.StartsWith('/') ? image.Here(word) : word).ToArray();
        if (!Environment.IsPrivilegedProcess) return words;

        var user = image.Final.Last("USER").Split(':');
        return [$"--reuid={user[0]}", $"--regid={user[1]}", "--clear-groups", "--no-new-privs", .. words];
    }
}
