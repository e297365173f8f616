using Spectre.Console;

namespace Recommender.Terminal;

/// <summary>Standard output for results and standard error for notes and progress; both plain where they are no terminal.</summary>
sealed class Screen
{
    const int PipedWidth = 140;

    public IAnsiConsole Results { get; } = Create(Console.Out, Console.IsOutputRedirected);

    public IAnsiConsole Notes { get; } = Create(Console.Error, Console.IsErrorRedirected);

    public static bool HasLiveNotes => !Console.IsErrorRedirected;

    /// <summary>A table in this screen's manner: ruled on a terminal, bare in a pipe. A column marked # holds numbers, one marked = short names; neither is ever broken.</summary>
    public static Table Table(params string[] columns)
    {
        var table = new Table
        {
            Border = Console.IsOutputRedirected ? TableBorder.None : TableBorder.Rounded,
            BorderStyle = new Style(Color.Grey),
        };
        foreach (var column in columns)
        {
            var isNumber = column.StartsWith('#');
            table.AddColumn(new TableColumn(new Markup($"[bold]{Markup.Escape(column.TrimStart('#', '='))}[/]"))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
                NoWrap = isNumber || column.StartsWith('='),
            });
        }
        return table;
    }

    /// <summary>Says which files were written; those that are null were not asked for.</summary>
    public void Written(params ReadOnlySpan<string?> paths)
    {
        foreach (var path in paths)
        {
            if (path is not null) Results.MarkupLineInterpolated($"Written to [green]{path}[/]");
        }
    }

    static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected) console.Profile.Width = PipedWidth;
        return console;
    }
}
