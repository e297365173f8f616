using System.Text.Json.Nodes;
using Recommender.Core;

namespace Recommender.Storage.Cleaning;

/// <summary>Which cleaning steps run, and their thresholds; part of a snapshot's hash.</summary>
public sealed record CleaningOptions
{
    /// <summary>The steps that can be switched, in the order in which they run.</summary>
    public static readonly IReadOnlyList<string> Switchable = ["ids", "duplicates", "non_product", "cancellations", "returns", "matched_sales", "bulk_outliers", "variants"];

    static readonly string[] Presets = ["default", "reference", "reference-baskets", "off"];

    /// <summary>Steps that are on.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [.. Switchable.Where(step => step != "variants")];

    /// <summary>Exactly the row filter of the reference figures, instead of the steps.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether the reference filter leaves anonymous baskets out, as its accuracy figures do and its basket figures do not.</summary>
    public bool NeedsCustomer { get; init; } = true;

    /// <summary>Share of lines that may be unusable before the import fails.</summary>
    public double MaxRejected { get; init; } = 0.05;

    /// <summary>How many robust standard deviations of its logarithm a quantity may lie above the item's middle one.</summary>
    public double BulkDeviations { get; init; } = 5;

    /// <summary>Lines that an item needs before its quantities are judged.</summary>
    public int BulkLeastLines { get; init; } = 20;

    /// <summary>Codes that are no products, as a regular expression over the whole code, without regard to case.</summary>
    public string NonProductCodes { get; init; } = NonProducts.Codes;

    /// <summary>Names that are no products, as a regular expression over the whole name, without regard to case.</summary>
    public string NonProductNames { get; init; } = NonProducts.Names;

    public bool Runs(string step) => !IsReference && Steps.Contains(step);

    /// <summary>Reads <c>default</c>, <c>off</c>, <c>reference</c>, <c>reference-baskets</c> or <c>step=on,step=off,...</c>.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="place">What it was written for, an option or a key of a file, for the message when it is wrong.</param>
    public static CleaningOptions Parse(string? text, string place = "--clean") => text switch
    {
        null or "" or "default" => new(),
        "off" => new() { Steps = [] },
        "reference" => new() { IsReference = true, Steps = [] },
        "reference-baskets" => new() { IsReference = true, NeedsCustomer = false, Steps = [] },
        _ => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(new CleaningOptions(), (options, setting) => Switched(options, setting, place)),
    };

    /// <summary>The options in the form that enters a snapshot's hash.</summary>
    public JsonObject ToJson() => IsReference
        ? new() { ["clean"] = NeedsCustomer ? "reference" : "reference-baskets" }
        : new()
        {
            ["clean"] = new JsonArray([.. Steps.Order(StringComparer.Ordinal).Select(step => JsonValue.Create(step))]),
            ["max_rejected"] = MaxRejected,
            ["bulk_deviations"] = BulkDeviations,
            ["bulk_least_lines"] = BulkLeastLines,
            ["non_product_codes"] = NonProductCodes,
            ["non_product_names"] = NonProductNames,
        };

    static CleaningOptions Switched(CleaningOptions options, string setting, string place)
    {
        var parts = setting.Split('=', 2);
        var step = parts[0].Replace('-', '_');
        if (parts.Length != 2 || parts[1] is not ("on" or "off"))
            throw new UserErrorException($"{place} '{setting}' is not understood: give {string.Join(", ", Presets)}, or step=on|off pairs such as bulk_outliers=off.{Suggestion.For(setting, Presets)}");
        if (!Switchable.Contains(step))
            throw new UserErrorException($"'{parts[0]}' is no cleaning step.{Suggestion.For(step, Switchable)} Steps: {string.Join(", ", Switchable)}.");

        var others = options.Steps.Where(other => other != step);
        return options with { Steps = [.. parts[1] == "on" ? others.Append(step) : others] };
    }
}
