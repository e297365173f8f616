using Recommender.Core;

namespace Recommender.Worker.Access;

/// <summary>Scopes as they are written.</summary>
static class ScopeNames
{
    static readonly Scope[] Each = [Scope.Score, Scope.Events, Scope.Insights, Scope.Campaigns, Scope.Admin];

    /// <summary>All of them, in their usual order.</summary>
    public static readonly string[] All = [.. Each.Select(NameOf)];

    /// <summary>The name of one scope, as in <c>score</c>.</summary>
    public static string NameOf(Scope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>The names in a set of scopes.</summary>
    public static string[] In(Scope scopes) => [.. Each.Where(each => scopes.HasFlag(each)).Select(NameOf)];

    /// <summary>Reads names; a word that names none is an error with the nearest that does.</summary>
    public static Scope Parse(IEnumerable<string> names) => names.Aggregate(Scope.None, (scopes, name) => scopes | Parse(name));

    static Scope Parse(string name) => Array.IndexOf(All, name.Trim().ToLowerInvariant()) is var at and >= 0 ? Each[at]
        : throw new UserErrorException($"'{name}' is no scope.{Suggestion.For(name, All)} Scopes: {string.Join(", ", All)}.");
}
