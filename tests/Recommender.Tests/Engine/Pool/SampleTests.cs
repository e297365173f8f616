using Microsoft.Extensions.DependencyInjection;
using Recommender.Core.Datasets;
using Recommender.Core.Models;
using Recommender.Core.Store;
using Recommender.Engine;
using Recommender.Engine.Pool;
using Recommender.Tests.Storage;
using Xunit;

namespace Recommender.Tests.Engine.Pool;

/// <summary>The code of docs/engine.md, run as it stands there.</summary>
public sealed class SampleTests : IDisposable
{
    const string Page = "docs/engine.md";
    const string Here = "tests/Recommender.Tests/Engine/Pool/SampleTests.cs";

    readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task The_sample_answers_from_the_live_version()
    {
        new ModelStore(_place.File("models/default")).Model("shop").Publish("a");
        using var said = new StringWriter();

        await Embed(_place.File("models/default"), said);

        Assert.Equal(["a-39 97039 from version 1", "a-38 97038 from version 1", "a-37 97037 from version 1"], said.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_trial_of_the_sample_begins()
    {
        var model = new ModelStore(_place.File("models/default")).Model("shop");
        model.Publish("a");
        model.Publish("b", alias: "candidate");
        await using var provider = Provider();
        var pool = provider.GetRequiredService<ModelPool>();

        await Try(pool, TestContext.Current.CancellationToken);

        var trial = Assert.Single(pool.Trials());
        Assert.Equal((1L, 0.05, "spring"), (trial.Production.Answers + trial.Candidate.Answers, trial.Options.Share, trial.Options.Salt));
    }

    [Fact]
    public void What_the_page_shows_is_what_runs_here()
    {
        var here = Squeezed(File.ReadAllText(ProjectRoot.Path(Here)).Replace("AddModelPool(store)", "AddModelPool(\"models/default\")").Replace("said.WriteLine", "Console.WriteLine"));

        var blocks = File.ReadAllText(ProjectRoot.Path(Page)).Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]).ToArray();

        Assert.Equal(2, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block), here));
    }

    [Fact]
    public async Task A_model_that_is_not_watched_stays_as_it_was_found_and_a_name_is_added_once()
    {
        var model = new ModelStore(_place.File("models/default")).Model("shop");
        model.Publish("a");
        var services = new ServiceCollection();
        var builder = services.AddModelPool(_place.File("models/default")).FromStore("shop");
        await using var provider = services.BuildServiceProvider();
        var pool = provider.GetRequiredService<ModelPool>();

        using (var first = pool.Get("shop")) Assert.Equal(1, first.Version.Version);
        model.Publish("b");
        await pool.LookAsync(TestContext.Current.CancellationToken);
        using (var still = pool.Get("shop")) Assert.Equal(1, still.Version.Version);
        Assert.Contains("was added to the pool already", Assert.Throws<Recommender.Core.UserErrorException>(() => builder.FromStore("shop")).Message);
        Assert.Contains("is not allowed", Assert.Throws<Recommender.Core.UserErrorException>(() => builder.FromStore("Shop!")).Message);
    }

    static async Task Embed(string store, StringWriter said)
    {
        var services = new ServiceCollection();
        services.AddModelPool(store)
            .FromStore("shop", watchForChanges: true);

        await using var provider = services.BuildServiceProvider();
        var pool = provider.GetRequiredService<ModelPool>();

        using var lease = pool.Get("shop");
        var (model, items) = (lease.Version.Trained.Model, lease.Version.Items);
        var visitor = Shopper.Stranger(History.Empty, lease.Version.Trained.Now);
        foreach (var (item, score) in model.Recommend(visitor, 3))
            said.WriteLine($"{items[item]} {score} from version {lease.Version.Version}");
    }

    static async Task Try(ModelPool pool, CancellationToken cancellationToken)
    {
        await pool.BeginTrialAsync("default", "shop", new() { Share = 0.05, Salt = "spring" }, cancellationToken);

        using var lease = pool.Get("shop", visitor: "customer 4711");
        lease.Report(took: TimeSpan.FromMilliseconds(2), hasFailed: false);
    }

    ServiceProvider Provider()
    {
        var services = new ServiceCollection();
        services.AddModelPool(_place.File("models/default")).FromStore("shop", watchForChanges: true);
        return services.BuildServiceProvider();
    }

    static string Squeezed(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
