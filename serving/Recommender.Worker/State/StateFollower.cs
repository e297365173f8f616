using Recommender.Storage.State;

namespace Recommender.Worker.State;

/// <summary>Takes in what is kept, document by document: everything at the start, then each change. A slice registers its own as a service.</summary>
delegate void StateFollower(StateDocument document);
