package org.polyonym.scenarios.steps;

import java.util.List;
import org.polyonym.model.IdentityData;
import org.polyonym.model.TravelDocument;

/**
 * An identity as somebody claims it.
 *
 * @param who what the scenario calls the claimant under this identity
 * @param prints names the body behind it: the same number is the same person
 * @param identity names, birth, sex, nationality as claimed
 * @param documents documents shown
 */
record Claim(String who, long prints, IdentityData identity, List<TravelDocument> documents) {}
