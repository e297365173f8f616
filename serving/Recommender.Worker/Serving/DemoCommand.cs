using System.CommandLine;
using Recommender.Storage.State;

namespace Recommender.Worker.Serving;

/// <summary>The second half of <c>recommender demo</c>: a worker on the models that the first half trained, and a token to try it with.</summary>
static class DemoCommand
{
    // The first customer of the demo shop.
    const string Question = """{"user_id":"K1000001","n":5,"explain":true}""";

    static readonly Option<bool> NoOpen = new("--no-open") { Description = "Leave the browser closed." };

    public static Command Create()
    {
        var command = new Command("demo", "Serve what `recommender demo` has trained; the launcher runs this after it.") { NoOpen };
        command.Hidden = true;
        Verb.Bind(command, (verb, parsed, cancellationToken) => RunAsync(verb, parsed, cancellationToken).GetAwaiter().GetResult());
        return command;
    }

    static async Task<int> RunAsync(Verb verb, ParseResult parsed, CancellationToken cancellationToken)
    {
        var worker = await WorkerAsync(verb, cancellationToken);
        var token = await DemoToken.GetAsync(verb.Home, verb.Tenant, TimeProvider.System, cancellationToken);
        Show(verb, worker, token);
        if (!parsed.GetValue(NoOpen)) Desktop.Open($"{worker.Urls[0]}/docs");
        return ExitCode.Done;
    }

    static async Task<WorkerNote> WorkerAsync(Verb verb, CancellationToken cancellationToken)
    {
        var background = new BackgroundWorker(verb.Home, TimeProvider.System);
        return await background.FindAsync(cancellationToken)
            ?? await background.StartAsync(FreePorts.UsualOrAny(), cancellationToken);
    }

    // Standard output is the first half's, whose --json is one document. Lines to copy are never broken.
    static void Show(Verb verb, WorkerNote worker, string token)
    {
        var screen = verb.Json ? Console.Error : Console.Out;
        screen.WriteLine();
        screen.WriteLine($"Serving at {worker.Urls[0]} (process {worker.Process}); end it with: ./recommender serve --stop{verb.HomeWords}");
        screen.WriteLine("Try:");
        screen.WriteLine($"  curl -s {worker.Urls[0]}/api/v1/recommendations/user-items -H 'Authorization: Bearer {token}' -H 'Content-Type: application/json' -d '{Question}'");
        screen.WriteLine($"Every question it answers: {worker.Urls[0]}/docs");
    }
}
