namespace Recommender.Storage.Generation.Distributor;

/// <summary>A contract of one site: a kit that it reorders in a rhythm.</summary>
sealed class Programme(int site, PartKit kit, double interval)
{
    readonly Loss?[] _losses = new Loss?[kit.Items.Length];

    public int Site => site;

    public PartKit Kit => kit;

    /// <summary>Whether its orders were written to the end; only the last account of a shop can be cut short.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Days of shop time between two orders.</summary>
    public double Interval => interval;

    /// <summary>Gives one part of the kit to a competitor.</summary>
    public void Lose(int part, Loss loss) => _losses[part] = loss;

    public Loss? LossOf(int part) => _losses[part];

    /// <summary>The parts that go on as before.</summary>
    public IEnumerable<CatalogueItem> Partners => kit.Items.Where((item, part) => _losses[part] is null && item.DiscontinuedDay is null);
}
