using Xunit;

namespace Recommender.EndToEnd.Data;

/// <summary>Which folder a command works in.</summary>
public sealed class HomeChoiceTests(BuiltConsole console) : IClassFixture<BuiltConsole>
{
    [Fact]
    public async Task The_home_is_what_the_option_says_else_the_variable_else_the_current_folder()
    {
        using var place = new TemporaryHome();
        var (option, variable, current) = (place.Path("option"), place.Path("variable"), place.Path("current"));
        Directory.CreateDirectory(current);
        var here = console.Launch with { Folder = current };

        (await (here with { Home = variable }).RunAsync("import", console.OlderShop, "--dataset", "shop", "--home", option)).Ends(0);
        Assert.Equal((true, false, false), (Holds(option), Holds(variable), Holds(current)));

        (await (here with { Home = variable }).RunAsync("import", console.OlderShop, "--dataset", "shop")).Ends(0);
        Assert.Equal((true, true, false), (Holds(option), Holds(variable), Holds(current)));

        (await here.RunAsync("import", console.OlderShop, "--dataset", "shop")).Ends(0);
        Assert.Equal((true, true, true), (Holds(option), Holds(variable), Holds(current)));
    }

    [Fact]
    public async Task Commands_that_read_write_nothing()
    {
        using var home = new TemporaryHome();

        Assert.Equal(0, (await console.RunAsync(home.Folder, "data", "list", "--json")).Ends(0).Json.GetArrayLength());
        (await console.RunAsync(home.Folder, "data", "verify")).Ends(0);
        (await console.RunAsync(home.Folder, "import", console.Shop, "--dataset", "shop", "--dry-run")).Ends(0);

        Assert.Empty(FolderContent.Names(home.Folder));
    }

    static bool Holds(string home) => File.Exists(Path.Combine(home, "data", "default", "shop", "current.json"));
}
