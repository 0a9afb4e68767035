Feature: The case library
  Multiple identities, unlawful and honest, and what each case must prove.

  @C-01
  Scenario: Two names, two visas, one person: an identity group, never a link
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        | P UTO A100001 |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        | P XAA A100002 |
    And a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    When a visa officer of MS-2 registers Karim in VIS as VISA_APPLICATION
    Then Nadir and Karim are one identity group in VIS for a visa officer of MS-2
    And nobody sees a link of Karim in VIS

  @C-02
  Scenario: A visa under one name, then an entry under another
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        | P UTO A100001 |
      | Karim | B1   | HADDO   | Karim       | 1992-10-22 | XBB        | P XBB A100002 |
    And a visa officer of MS-1 registers Nadir in VIS as VISA_APPLICATION
    When a second-line border officer of MS-3 registers Karim in EES as ENTRY
    Then a second-line border officer of MS-3 sees a yellow link between Nadir in VIS and Karim in EES for Y-A
    When a second-line border officer of MS-3 tries to decide SAME_PERSON_UNJUSTIFIED on that link without personPresent
    Then it is refused with PLY-4004
    When a second-line border officer of MS-3 has decided SAME_PERSON_UNJUSTIFIED on the link between Nadir in VIS and Karim in EES
    And a second-line border officer of MS-3 tries to refuse entry to Karim because of the link
    Then it is refused with PLY-4011

  @C-06
  Scenario: A cousin uses the genuine passport of a visa holder
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Holder | B11  | LOMINI  | Tarek       | 1980-10-10 | XAA        | P UTO A200001 |
      | Cousin | B12  | LOMINI  | Tarek       | 1980-10-10 | XAA        | P UTO A200001 |
    And a visa officer of MS-1 registers Holder in VIS as VISA_APPLICATION
    When a second-line border officer of MS-3 registers Cousin in EES as ENTRY
    Then a second-line border officer of MS-3 sees a yellow link between Holder in VIS and Cousin in EES for Y-C
    When a second-line border officer of MS-3 has decided TWO_PERSONS_DOCUMENT_UNLAWFUL on the link between Holder in VIS and Cousin in EES
    Then a second-line border officer of MS-3 sees a red link between Holder in VIS and Cousin in EES

  @C-07
  Scenario: A stolen passport at the border
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Nadir | B1   | SELMANI | Nadir       | 1991-11-22 | XAA        | P UTO S300001 |
    And an operator of EU records the release of Interpol
    And a SIRENE officer of MS-1 registers Nadir in SIS as OBJECT_DOCUMENT without biometrics
    And a police officer of MS-1 reports the document of Nadir to INTERPOL as STOLEN_LOST
    When a border guard of MS-3 searches for Nadir by document
    Then SIS answers with the record of Nadir
    And INTERPOL answers with the record of Nadir
    And a police officer of MS-1 is told nothing
    When a border guard of MS-3 confirms the hit on Nadir without comparing prints
    Then a SIRENE officer of MS-1 is told G_FORM exactly 1 time

  @C-10
  Scenario: Namesakes without biometrics are not linked; the alert hit is another matter
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Wanted | B13  | DROVLEK | Sami        | 1975-06-06 | XCC        | P XCC A400001 |
      | Honest | B14  | DROVLEK | Sami        | 1975-06-06 | XCC        | P XCC A400002 |
    And a SIRENE officer of MS-1 registers Wanted in SIS as REFUSAL_OF_ENTRY without biometrics
    When a border guard of MS-3 registers Honest in EES as ENTRY
    Then nobody sees a link of Honest in EES
    When a border guard of MS-3 searches for Honest by name
    Then SIS answers with the record of Wanted

  @C-11
  Scenario: Namesakes with prints on both sides become green
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Wanted | B13  | DROVLEK | Sami        | 1975-06-06 | XCC        | P XCC A400001 |
      | Honest | B14  | DROVLEK | Sami        | 1975-06-06 | XCC        | P XCC A400002 |
    And a SIRENE officer of MS-1 registers Wanted in SIS as REFUSAL_OF_ENTRY
    When a second-line border officer of MS-3 registers Honest in EES as ENTRY
    Then a second-line border officer of MS-3 sees a yellow link between Wanted in SIS and Honest in EES for Y-C
    When a second-line border officer of MS-3 has decided TWO_PERSONS_LEGITIMATE on the link between Wanted in SIS and Honest in EES
    And a border guard of MS-3 searches for Honest by name
    Then the answer carries a green link between SIS and EES

  @C-12
  Scenario: A change of name by marriage
    Given these people:
      | who    | body | surname | given names | born       | sex | citizen of | document      |
      | Maiden | B15  | KATENI  | Elif        | 1990-03-03 | F   | XAA        | P XAA A500001 |
      | Wife   | B15  | LODANI  | Elif        | 1990-03-03 | F   | XAA        | P XAA A500002 |
    And a visa officer of MS-1 registers Maiden in VIS as VISA_APPLICATION
    And a second-line border officer of MS-3 registers Wife in EES as ENTRY
    And a second-line border officer of MS-3 sees a yellow link between Maiden in VIS and Wife in EES for Y-A
    When a second-line border officer of MS-3 has decided SAME_PERSON_JUSTIFIED on the link between Maiden in VIS and Wife in EES
    Then a border guard of MS-3 sees a white link between Maiden in VIS and Wife in EES
    And the history of the link holds a reference to the evidence and no document

  @C-13
  Scenario: Two spellings of one Arabic name
    Given these people:
      | who    | body | surname | given names | born       | citizen of | document      |
      | Latina | B16  | HADDAD  | Yousef      | 1983-07-07 | XAA        | P XAA A600001 |
      | Latinb | B16  | HADDAD  | Youssef     | 1983-07-07 | XAA        | P XAA A600002 |
    And a visa officer of MS-1 registers Latina in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Latinb in EES as ENTRY
    Then a border guard of MS-3 sees a white link between Latina in VIS and Latinb in EES
    And the audit log holds LINK_CREATED with names "SIMILAR"

  @C-31 @R-ESP-11
  Scenario: A person known only where the guard may not look is like an unknown person
    Given these people:
      | who     | body | surname | given names | born       | citizen of |
      | Known   | B17  | OKTARN  | Dana        | 1969-09-09 | XBB        |
      | Unknown | B18  | OKTARM  | Gita        | 1969-01-09 | XBB        |
    And an asylum officer of MS-2 registers Known in EURODAC as APPLICANT
    When a border guard of MS-3 searches for Unknown by name
    Then the shape of the answer is remembered
    When a border guard of MS-3 searches for Known by name
    Then the answer has the remembered shape

  @C-50
  Scenario: An honest frequent traveller with a renewed passport
    Given these people:
      | who   | body | surname | given names | born       | citizen of | document      |
      | Older | B19  | MARIANI | Luca        | 1988-09-30 | UTO        | P UTO A700001 |
      | Newer | B19  | MARIANI | Luca        | 1988-09-30 | UTO        | P UTO A700002 |
    And a visa officer of MS-1 registers Older in VIS as VISA_APPLICATION
    When a border guard of MS-3 registers Newer in EES as ENTRY
    Then a border guard of MS-3 sees a white link between Older in VIS and Newer in EES
    And a second-line border officer of MS-3 is not told YELLOW_LINK

  @C-42
  Scenario: A surge at one border does not hold up another authority
    Given these people:
      | who  | body | surname | given names | born       | citizen of | document      |
      | Ines | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |
    And the component mid is stopped
    When a border guard of MS-3 registers 300 travellers in EES as ENTRY at once
    And a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION behind them
    And the component mid is started again
    Then a visa officer of MS-1 sees the detection of Ines in VIS completed while travellers of the surge still wait
    And every traveller's detection is completed for a border guard of MS-3
    And nothing waits and nothing is parked

  @C-43 @R-ESP-17 @R-ESP-19
  Scenario: The portal fails: everybody is told, and the direct way gives the same rights
    Given these people:
      | who  | body | surname | given names | born       | citizen of | document      |
      | Ines | B3   | DUARTE  | Ines        | 1979-02-03 | XAA        | P UTO K112233 |
    And a visa officer of MS-1 registers Ines in VIS as VISA_APPLICATION
    When a border guard of MS-3 searches VIS directly for Ines
    Then the direct search is refused with PLY-4014
    When the component esp is stopped
    Then soon a police officer of MS-2 is told PORTAL_OUTAGE
    When a border guard of MS-3 searches VIS directly for Ines
    Then VIS directly gives the record of Ines
    And the audit log holds DIRECT_QUERY with system "VIS"
    And the audit log holds DIRECT_ANSWER with items "1"
    When a police officer of MS-2 searches VIS directly for Ines
    Then the direct search is refused with PLY-2006
    When the component esp is started again
    Then soon a border guard of MS-3 is told PORTAL_RECOVERED
