using Simulator.Parameters;

namespace Simulator.Policies.Learning;

/// <summary>
/// Targeting that is learned: a pilot on a share of the list, then everybody whose message is worth more than it costs by what the
/// pilot taught. A message to a person is worth margin·P(buy) − cost of sending − <see cref="BadReactionCost"/>·P(bad reaction).
/// </summary>
public sealed record LearnedTargeting : ParameterSet
{
    /// <summary>Share of the list that gets the first campaign at once, whoever they are. Drawn by lot, apart from every other lot.</summary>
    [Parameter("random share of the list on which the first campaign is tried", From = 0, To = 1, Exclusive = true)]
    public double Pilot { get; init; } = 0.1;

    /// <summary>Days after a message on which its reactions are read off: purchase, new complaint, gone from the list.</summary>
    [Parameter("days after a message on which its reactions are read off", Unit = "days", From = 1, To = 65000)]
    public int Wait { get; init; } = 3;

    /// <summary>
    /// Ridge penalty λ on the effects of standardised features. The default is a rule, not a fit: λ = 1 is a normal prior with standard deviation 1
    /// on the log odds a standard deviation of a feature adds, weak against a pilot of hundreds and firm against one of a handful.
    /// </summary>
    [Parameter("ridge penalty on the effects of standardised features", From = 1e-9, To = 1e9)]
    public double Penalty { get; init; } = 1;

    /// <summary>
    /// What a bad reaction that can be seen is worth to this sender, currency units. A choice: no sender can observe what a lost follower would
    /// have brought. The default is the margin of one sale.
    /// </summary>
    [Parameter("what a visible bad reaction (complaint, unfollow, block) costs by this sender's own reckoning; a choice", Unit = "currency units", From = 0, To = 1000000)]
    public double BadReactionCost { get; init; } = 10;

    /// <summary>Whether the models are fitted anew before every campaign, with all reactions read off by then; else the pilot is all they know.</summary>
    [Parameter("whether the models are fitted anew before every campaign, with all reactions seen by then")]
    public bool Refit { get; init; } = true;

    /// <summary>
    /// Share ε of the list that gets every later campaign whatever was learned, drawn by lot anew each time: ε-greedy exploration (Sutton and Barto 2018, Reinforcement Learning, 2nd ed., section 2.2).
    /// Without it a tool whose pilot sold little writes to nobody, sees nothing more, and stays silent for good. Nobody is explored where <see cref="Refit"/> is off: nothing would be learned from it.
    /// The default is chosen, not measured.
    /// </summary>
    [Parameter("random share of the list that gets every later campaign whatever was learned; only with refit", From = 0, To = 1)]
    public double Explore { get; init; } = 0.02;

    /// <summary><see cref="Explore"/> where it teaches anything, else 0.</summary>
    internal double Explored => Refit ? Explore : 0;
}
