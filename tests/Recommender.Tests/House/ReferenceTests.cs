using System.Xml.Linq;
using Xunit;

namespace Recommender.Tests.House;

public sealed class ReferenceTests
{
    // The product's parts and what each may know of; Training and Worker never see each other.
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Recommender.Core"] = [],
        ["Recommender.Storage"] = ["Recommender.Core"],
        ["Recommender.Terminal"] = ["Recommender.Core", "Recommender.Storage"],
        ["Recommender.Insights"] = ["Recommender.Core", "Recommender.Storage"],
        ["Recommender.Engine"] = ["Recommender.Core"],
        ["Recommender.Training"] = ["Recommender.Core", "Recommender.Insights", "Recommender.Storage", "Recommender.Terminal"],
        ["Recommender.Worker"] = ["Recommender.Core", "Recommender.Engine", "Recommender.Insights", "Recommender.Storage", "Recommender.Terminal"],
    };

    public static TheoryData<string> Parts => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_references_exactly_what_the_layout_allows(string part) =>
        Assert.Equal(Allowed[part].Order(), References(ProjectFile(part)).Order());

    [Fact]
    public void Every_project_of_the_product_has_its_rule() =>
        Assert.Equal(Allowed.Keys.Order(), Projects().Where(path => !path.StartsWith("tests/", StringComparison.Ordinal)).Select(Name).Order());

    [Fact]
    public void No_part_of_the_product_references_a_test_project() =>
        Assert.DoesNotContain(Allowed.Keys.SelectMany(part => References(ProjectFile(part))), name => !Allowed.ContainsKey(name));

    [Fact]
    public void Only_storage_opens_connections()
    {
        string[] drivers = ["Npgsql", "Dapper", "ExcelDataReader"];
        var elsewhere = Projects().Where(path => Name(path) is not ("Recommender.Storage" or "Recommender.Tests" or "Recommender.EndToEnd"));

        Assert.DoesNotContain(elsewhere.SelectMany(Packages), drivers.Contains);
    }

    static IReadOnlyList<string> Projects() => TrackedFiles.Named("*.csproj");
    static string ProjectFile(string name) => Projects().Single(path => Name(path) == name);
    static string Name(string path) => Path.GetFileNameWithoutExtension(path);
    static IEnumerable<string> References(string project) => Includes(project, "ProjectReference").Select(path => Name(path.Replace('\\', '/')));
    static IEnumerable<string> Packages(string project) => Includes(project, "PackageReference");

    static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Parse(TrackedFiles.Read(project)).Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
