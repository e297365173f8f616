using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using Recommender.Core;
using Recommender.Storage.Homes;
using Spectre.Console;

namespace Recommender.Terminal;

/// <summary>What a command runs in: its home, its tenant, where it writes, and how its failures become exit codes.</summary>
sealed class Verb
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    Verb(ParseResult parsed)
    {
        Json = parsed.GetValue(CommonOptions.Json);
        Tenant = parsed.GetValue(CommonOptions.Tenant)!;
        Home = HomeFolder.Open(parsed.GetValue(CommonOptions.Home));
    }

    public bool Json { get; }

    public string Tenant { get; }

    public HomeFolder Home { get; }

    /// <summary>What the tenant's pipelines keep from run to run.</summary>
    public RunsFolder Runs => Home.RunsOf(Tenant);

    /// <summary>What names this home again in a command that is proposed; nothing where it is the current folder.</summary>
    public string HomeWords => Home.Path == Environment.CurrentDirectory ? "" : $" --home {Home.Path}";

    public Screen Screen { get; } = new();

    /// <summary>Runs a command's work off the main thread and turns every way it can end into an exit code.</summary>
    public static void Bind(Command command, Func<Verb, ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, work, cancellationToken), CancellationToken.None));

    /// <summary>One JSON document on standard output.</summary>
    public static void Print(JsonNode document) => Console.Out.WriteLine(document.ToJsonString(Indented));

    /// <summary>A sentence for the person at the terminal, never mixed with results.</summary>
    public void Say(string sentence) => Screen.Notes.WriteLine(sentence);

    /// <summary>Says in one line why the command ends without having done its work, to a script as a document too.</summary>
    public static int Fail(ParseResult parsed, string message, int exitCode)
    {
        try
        {
            Console.Error.WriteLine($"error: {message}");
            if (parsed.GetValue(CommonOptions.Json)) Print(new JsonObject { ["error"] = message, ["exit_code"] = exitCode });
        }
        catch (IOException)
        {
            // Where nothing can be written nothing can be said; the exit code stands.
        }
        return exitCode;
    }

    static int Run(ParseResult parsed, Func<Verb, ParseResult, CancellationToken, int> work, CancellationToken cancellationToken)
    {
        try
        {
            return work(new(parsed), parsed, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(parsed, "interrupted: nothing half-written is left.", ExitCode.Interrupted);
        }
        catch (RefusedException e)
        {
            return Fail(parsed, e.Message, ExitCode.Refused);
        }
        catch (WrongUseException e)
        {
            return Fail(parsed, e.Message, ExitCode.WrongUse);
        }
        catch (UserErrorException e)
        {
            return Fail(parsed, e.Message, ExitCode.Failed);
        }
        catch (DuckDBException e)
        {
            return Fail(parsed, $"the data could not be read ({e.Message.Split('\n')[0].TrimEnd('.')}). See which file is damaged with: recommender data verify", ExitCode.Failed);
        }
        catch (IOException e)
        {
            return Fail(parsed, $"writing failed: {e.Message.ReplaceLineEndings(" ")} Free some space or write elsewhere.", ExitCode.Failed);
        }
        catch (Exception e)   // the process boundary: whatever else went wrong is said in one line too
        {
            return Fail(parsed, $"unexpected {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")} Please report it with the command you ran.", ExitCode.Failed);
        }
    }
}
