using Recommender.Worker.Api;

namespace Recommender.Worker.Models;

/// <summary>The names of the fields of answers about models.</summary>
static class ModelKeys
{
    public static readonly Key Models = new("models");
    public static readonly Key Kind = new("kind");
    public static readonly Key Aliases = new("aliases");
    public static readonly Key Versions = new("versions");
    public static readonly Key Trainer = new("trainer");
    public static readonly Key Created = new("created");
    public static readonly Key Dataset = new("dataset");
    public static readonly Key Snapshot = new("snapshot");
    public static readonly Key Items = new("items");
    public static readonly Key Customers = new("customers");
    public static readonly Key Bytes = new("bytes");
    public static readonly Key Level = new("level");
    public static readonly Key Metrics = new("metrics");
    public static readonly Key Fault = new("fault");
    public static readonly Key History = new("history");
    public static readonly Key At = new("at");
    public static readonly Key Who = new("who");
    public static readonly Key Action = new("action");
    public static readonly Key Alias = new("alias");
    public static readonly Key From = new("from");
    public static readonly Key Why = new("why");
    public static readonly Key Forced = new("forced");
    public static readonly Key Gates = new("gates");
    public static readonly Key Gate = new("gate");
    public static readonly Key Passed = new("passed");
    public static readonly Key Sentence = new("sentence");
    public static readonly Key A = new("a");
    public static readonly Key B = new("b");
    public static readonly Key Difference = new("difference");
    public static readonly Key Metric = new("metric");
    public static readonly Key SameData = new("same_data");
}
