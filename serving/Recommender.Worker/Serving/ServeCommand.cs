using System.CommandLine;
using System.Net;
using Recommender.Worker.Telemetry;

namespace Recommender.Worker.Serving;

/// <summary><c>recommender serve --port 5080</c></summary>
static class ServeCommand
{
    static readonly Option<int> Port = new("--port") { Description = "Port of REST, the UI and metrics; 0 takes a free one.", HelpName = "n", DefaultValueFactory = _ => ServeOptions.UsualPort };

    static readonly Option<int?> GrpcPort = new("--grpc-port") { Description = "Port of gRPC; 0 takes a free one [default: the port after --port].", HelpName = "n" };

    static readonly Option<string> Listen = new("--listen") { Description = "Address to listen at; 0.0.0.0 is every one of this machine.", HelpName = "address", DefaultValueFactory = _ => "127.0.0.1" };

    static readonly Option<int> Drain = new("--drain") { Description = "Seconds that questions under way may take to end after SIGTERM.", HelpName = "seconds", DefaultValueFactory = _ => 10 };

    static readonly Option<bool> LogJson = new("--log-json") { Description = "Log JSON, a document a line, instead of text." };

    static readonly Option<bool> Background = new("--background") { Description = "Start it, wait until it answers, and leave it running." };

    static readonly Option<bool> Stop = new("--stop") { Description = "End the worker of this home." };

    public static Command Create()
    {
        var command = new Command("serve",
            """
            Answer REST and gRPC with the versions that are live, until SIGTERM or Ctrl-C.

            Examples:
              recommender serve --port 5080
              recommender serve --background
              recommender serve --stop
            """)
        { Port, GrpcPort, Listen, Drain, LogJson, Background, Stop };
        foreach (var option in TelemetryArguments.All) command.Options.Add(option);
        Verb.Bind(command, (verb, parsed, cancellationToken) => RunAsync(verb, parsed, cancellationToken).GetAwaiter().GetResult());
        return command;
    }

    static Task<int> RunAsync(Verb verb, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Stop)) return StopAsync(verb, cancellationToken);

        var options = OptionsOf(verb, parsed);
        return parsed.GetValue(Background) ? StartAsync(options, cancellationToken) : ServeAsync(options, cancellationToken);
    }

    static ServeOptions OptionsOf(Verb verb, ParseResult parsed)
    {
        var (port, drain) = (InPorts("--port", parsed.GetValue(Port)), parsed.GetValue(Drain));
        if (drain is < 0 or > 3600) throw new WrongUseException($"--drain {drain} is outside 0 to 3600 seconds.");

        return new()
        {
            Home = verb.Home,
            Port = port,
            GrpcPort = InPorts("--grpc-port", parsed.GetValue(GrpcPort) ?? (port == 0 ? 0 : port + 1)),
            Address = IPAddress.TryParse(parsed.GetValue(Listen), out var address) ? address
                : throw new WrongUseException($"--listen {parsed.GetValue(Listen)} is no address. Write one such as 127.0.0.1, 0.0.0.0 or ::1."),
            Drain = TimeSpan.FromSeconds(drain),
            LogsJson = parsed.GetValue(LogJson),
            Telemetry = TelemetryArguments.Of(parsed),
        };
    }

    static int InPorts(string option, int port) => port is >= 0 and <= 65535 ? port : throw new WrongUseException($"{option} {port} is outside 0 to 65535.");

    static async Task<int> ServeAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        await using var worker = await RunningWorker.StartAsync(options, cancellationToken);
        Console.Out.WriteLine($"Serving {options.Home.Path} at {string.Join(" and ", worker.Urls)}");
        WaitHandle.WaitAny([cancellationToken.WaitHandle, worker.Stopping.WaitHandle]);
        await worker.StopAsync();
        return ExitCode.Done;
    }

    static async Task<int> StartAsync(ServeOptions options, CancellationToken cancellationToken)
    {
        var background = new BackgroundWorker(options.Home, options.Clock);
        if (await background.FindAsync(cancellationToken) is { } already)
            throw new RefusedException($"A worker (process {already.Process}) serves this home already at {string.Join(" and ", already.Urls)}. End it first: recommender serve --stop");

        var worker = await background.StartAsync(options.Words, cancellationToken);
        Console.Out.WriteLine($"Serving {options.Home.Path} at {string.Join(" and ", worker.Urls)} in the background (process {worker.Process})");
        return ExitCode.Done;
    }

    static async Task<int> StopAsync(Verb verb, CancellationToken cancellationToken)
    {
        var ended = await new BackgroundWorker(verb.Home, TimeProvider.System).StopAsync(cancellationToken);
        Console.Out.WriteLine(ended is { } worker ? $"The worker of {verb.Home.Path} (process {worker.Process}) has ended" : $"No worker serves {verb.Home.Path}");
        return ExitCode.Done;
    }
}
