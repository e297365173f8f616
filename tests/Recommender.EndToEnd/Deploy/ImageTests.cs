using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using Xunit;

namespace Recommender.EndToEnd.Deploy;

/// <summary>The commands of the image, done in a clean folder: what it builds runs a pipeline and serves, as its own user, and writes to /data only.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ImageTests
{
    const string Console = "/app/Recommender.Training.dll";

    [Fact]
    public async Task What_the_image_builds_runs_a_pipeline_and_serves_as_its_user_on_a_read_only_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The image is one of Linux; its commands need bash.");
        using var image = await BuiltImage.MakeAsync();
        using var temporary = new TemporaryHome();
        var launch = await PrepareAsync(image, temporary);
        var console = AsUser(image, "dotnet", Console);

        var first = (await launch.RunAsync([.. console, "run", "pipelines/beauty.yaml", "--json"])).Ends(0).Json;
        var again = (await launch.RunAsync([.. console, "run", "pipelines/beauty.yaml", "--json"])).Ends(0).Json;
        var version = (await launch.RunAsync([.. console, "models", "show", "beauty"])).Ends(0).Output;

        Assert.True(first.GetProperty("promoted").GetBoolean());
        Assert.All(again.GetProperty("steps").EnumerateArray(), step => Assert.True(step.GetProperty("cached").GetBoolean()));
        Assert.Contains("0123abc", version);
        AgreeOnWhatTheyShare(Libraries(image, Console), Libraries(image, image.Final.Words("ENTRYPOINT")[1]));
        await EndsOnTermAsync(launch, [.. console, "schedule"]);
        await ServesUntilTermAsync(launch, [.. AsUser(image, image.Final.Words("ENTRYPOINT")), .. image.Final.Words("CMD"), "--port", "0", "--grpc-port", "0"]);
    }

    static async Task EndsOnTermAsync(Launch launch, string[] command)
    {
        using var schedule = launch.Start(command);
        await schedule.FirstWordAsync();
        schedule.Signal("TERM");
        (await schedule.EndAsync()).Ends(0);
    }

    static async Task ServesUntilTermAsync(Launch launch, string[] command)
    {
        using var worker = launch.Start(command);
        await worker.OutputAsync(" and http://");
        var line = worker.Output.Split('\n').Single(said => said.StartsWith("Serving ", StringComparison.Ordinal));
        var port = new Uri(line.Split(" at ")[^1].Split(" and ")[0]).Port;

        using var client = new HttpClient(new SocketsHttpHandler());
        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/healthz"), TestContext.Current.CancellationToken);
        worker.Signal("TERM");
        var outcome = (await worker.EndAsync()).Ends(0);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("warn:", outcome.Output + outcome.Errors);
    }

    // The two programs lie in one folder: where both bring a library, it is the same one.
    static void AgreeOnWhatTheyShare(Dictionary<string, string> one, Dictionary<string, string> other)
    {
        var shared = one.Keys.Intersect(other.Keys).ToArray();

        Assert.Contains("Recommender.Core", shared);
        Assert.All(shared, name => Assert.Equal((name, one[name]), (name, other[name])));
    }

    static Dictionary<string, string> Libraries(BuiltImage image, string program) => JsonElement.Parse(File.ReadAllText(image.Here(Path.ChangeExtension(program, ".deps.json"))))
        .GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')).ToDictionary(name => name[0], name => name[1]);

    // As root it becomes the user of the image, as an engine would; anyone else is nobody special already.
    static async Task<Launch> PrepareAsync(BuiltImage image, TemporaryHome temporary)
    {
        var environment = new Dictionary<string, string> { ["HOME"] = "/nonexistent", ["TMPDIR"] = temporary.Folder };
        foreach (var setting in image.Final.All("ENV").Select(text => text.Split('=', 2))) environment[setting[0]] = setting[1].StartsWith('/') ? image.Here(setting[1]) : setting[1];
        var launch = new Launch { Program = "/usr/bin/env", Folder = image.Here(image.Final.Last("WORKDIR")), Environment = environment };
        image.Lock("/app");
        image.Open();
        if (!Environment.IsPrivilegedProcess) return launch;

        var user = image.Final.Last("USER");
        (await new Launch { Program = "chown" }.RunAsync("-R", user, image.Here("/data"), temporary.Folder)).Ends(0);
        return launch with { Program = "setpriv" };
    }

    static string[] AsUser(BuiltImage image, params string[] command)
    {
        string[] words = [.. command.Select(word => word.StartsWith('/') ? image.Here(word) : word)];
        if (!Environment.IsPrivilegedProcess) return words;

        var user = image.Final.Last("USER").Split(':');
        return [$"--reuid={user[0]}", $"--regid={user[1]}", "--clear-groups", "--no-new-privs", .. words];
    }
}
