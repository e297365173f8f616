using System.CommandLine;
using System.Net;

namespace Recommender.Worker.Serving;

/// <summary><c>recommender serve --port 5080</c></summary>
static class ServeCommand
{
    static readonly Option<int> Port = new("--port") { Description = "Port of REST, the UI and metrics; 0 takes a free one.", HelpName = "n", DefaultValueFactory = _ => ServeOptions.UsualPort };

    static readonly Option<int?> GrpcPort = new("--grpc-port") { Description = "Port of gRPC; 0 takes a free one [default: the port after --port].", HelpName = "n" };

    static readonly Option<string> Listen = new("--listen") { Description = "Address to listen at; 0.0.0.0 is every one of this machine.", HelpName = "address", DefaultValueFactory = _ => "127.0.0.1" };

    static readonly Option<int> Drain = new("--drain") { Description = "Seconds that questions under way may take to end after SIGTERM.", HelpName = "seconds", DefaultValueFactory = _ => 10 };

    public static Command Create()
    {
        var command = new Command("serve",
            """
            Answer REST and gRPC with the versions that are live, until SIGTERM or Ctrl-C.

            Example:
              recommender serve --port 5080
            """)
        { Port, GrpcPort, Listen, Drain };
        Verb.Bind(command, (verb, parsed, cancellationToken) => Serve(OptionsOf(verb, parsed), cancellationToken));
        return command;
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
        };
    }

    static int InPorts(string option, int port) => port is >= 0 and <= 65535 ? port : throw new WrongUseException($"{option} {port} is outside 0 to 65535.");

    static int Serve(ServeOptions options, CancellationToken cancellationToken)
    {
        using var worker = WorkerHost.Create(options);
        worker.StartAsync(cancellationToken).GetAwaiter().GetResult();
        Console.Out.WriteLine($"Serving {options.Home.Path} at {string.Join(" and ", worker.Urls)}");
        cancellationToken.WaitHandle.WaitOne();
        worker.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        return ExitCode.Done;
    }
}
