using System.CommandLine;
using Recommender.Storage.State;

namespace Recommender.Worker.Access;

/// <summary>A verb on live state: it has the state for as long as it works, its own or the running worker's.</summary>
static class StateVerb
{
    public static void Bind(Command command, Func<Verb, ParseResult, IStateStore, CancellationToken, Task> work) =>
        Verb.Bind(command, (verb, parsed, cancellationToken) => RunAsync(verb, parsed, work, cancellationToken).GetAwaiter().GetResult());

    static async Task<int> RunAsync(Verb verb, ParseResult parsed, Func<Verb, ParseResult, IStateStore, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var state = await StateOpening.OpenAsync(verb.Home, parsed.CommandResult.Command.Name, TimeProvider.System, cancellationToken);
        await work(verb, parsed, state, cancellationToken);
        return ExitCode.Done;
    }
}
