using System.CommandLine;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Recommender.Training.Trainers;
using Spectre.Console;

namespace Recommender.Training.Commands;

/// <summary><c>recommender trainers ease</c></summary>
static class TrainersCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "A trainer, to see only its options.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("trainers",
            """
            List the trainers, or the options of one with defaults and ranges.

            Examples:
              recommender trainers
              recommender trainers ease
            """) { name };
        Verb.Bind(command, (verb, parsed, _) =>
        {
            var asked = parsed.GetValue(name);
            if (asked is not null) WrongUse.Check(() => TrainerCatalogue.Create(asked, []));
            var shown = TrainerCatalogue.All.Where(entry => asked is null || entry.Key == asked).ToArray();
            if (verb.Json) Verb.Print(new JsonArray([.. shown.Select(entry => Json(entry.Key, entry.Value))]));
            else if (asked is null) ShowAll(verb.Screen.Results);
            else ShowOptions(verb.Screen.Results, asked, TrainerCatalogue.All[asked]);
            return ExitCode.Done;
        });
        return command;
    }

    static void ShowAll(IAnsiConsole console)
    {
        var table = Screen.Table("trainer", "learns");
        foreach (var (name, entry) in TrainerCatalogue.All) table.AddRow(Markup.Escape(name), Markup.Escape(entry.Purpose));
        console.Write(table);
        console.WriteLine("The options of one: recommender trainers ease");
    }

    static void ShowOptions(IAnsiConsole console, string name, TrainerEntry entry)
    {
        console.MarkupLineInterpolated($"[bold]{name}[/]  {entry.Purpose}");
        var table = Screen.Table("option", "default", "range", "what it does");
        var defaults = Activator.CreateInstance(entry.Options)!;
        foreach (var property in OptionsText.Properties(entry.Options))
        {
            table.AddRow(OptionsText.NameOf(property), Markup.Escape(OptionsText.Json(defaults)[OptionsText.NameOf(property)]?.ToString() ?? ""),
                Markup.Escape(Range(property)), Markup.Escape(property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? ""));
        }
        console.Write(table);
    }

    static string Range(PropertyInfo property) =>
        property.GetCustomAttribute<RangeAttribute>() is { } range ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}")
        : property.PropertyType == typeof(bool) ? "true, false"
        : property.PropertyType.IsEnum ? string.Join(", ", OptionsText.Choices(property.PropertyType))
        : "";

    static JsonObject Json(string name, TrainerEntry entry) => new()
    {
        ["trainer"] = name,
        ["purpose"] = entry.Purpose,
        ["options"] = new JsonArray([.. OptionsText.Properties(entry.Options).Select(property => (JsonNode)new JsonObject
        {
            ["name"] = OptionsText.NameOf(property),
            ["default"] = OptionsText.Json(Activator.CreateInstance(entry.Options)!)[OptionsText.NameOf(property)]?.DeepClone(),
            ["range"] = Range(property),
            ["description"] = property.GetCustomAttribute<DescriptionAttribute>()?.Description,
        })]),
    };
}
