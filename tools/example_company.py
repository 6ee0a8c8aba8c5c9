"""The fictional company of the sample data: who sells what to whom, how well, and in which words.

make_examples.py plays its year 2025 with these. All people and companies are invented.
"""

TEAM_OF = {"Maya Okafor": "Americas", "Daniel Reyes": "Americas", "Priya Nair": "Americas",
           "Lukas Brandt": "International", "Elena Rossi": "International", "陈静": "International"}
# Thousand USD for each quarter of 2025.
QUOTAS = {"Maya Okafor": (240, 260, 280, 280), "Daniel Reyes": (240, 260, 280, 280), "Priya Nair": (240, 250, 270, 270),
          "Lukas Brandt": (230, 250, 260, 260), "Elena Rossi": (230, 240, 260, 260), "陈静": (220, 240, 250, 250)}

# name | industry | segment | region | million USD revenue | employees | thousand USD recurring before 2025 | owner
ACCOUNTS = """
Copperline Motors|Automotive|Enterprise|North America|2400|8200|180|Maya Okafor
Hollowbrook Foods|Food|Enterprise|North America|1350|5100|96|Maya Okafor
Tallgrass Packaging|Packaging|Mid-Market|North America|210|780|48|Maya Okafor
Fernhill Dairy|Food|Mid-Market|North America|165|640|0|Maya Okafor
Redwillow Plastics|Plastics|Mid-Market|North America|140|520|24|Maya Okafor
Juniper Bay Bottling|Food|SMB|North America|38|150|0|Maya Okafor
Millrace Ceramics|Ceramics|SMB|North America|22|95|12|Maya Okafor
Stonemere Aerospace|Aerospace|Enterprise|North America|3100|9400|0|Daniel Reyes
Casa Lumbre Appliances|Appliances|Enterprise|Latin America|890|4300|72|Daniel Reyes
Quebrada Glassworks|Glass|Mid-Market|Latin America|175|820|36|Daniel Reyes
Altoverde Textiles|Textiles|Mid-Market|Latin America|120|960|0|Daniel Reyes
Pinecrag Tools|Machinery|Mid-Market|North America|98|410|0|Daniel Reyes
Sandhollow Furniture|Furniture|SMB|North America|31|170|0|Daniel Reyes
Riverbend Labels|Packaging|SMB|North America|18|80|12|Daniel Reyes
Westmarch Medical Devices|Medical devices|Enterprise|North America|1900|6100|144|Priya Nair
Bluefen Logistics|Logistics|Mid-Market|North America|260|1100|60|Priya Nair
Northpine Paper|Paper|Mid-Market|North America|230|900|0|Priya Nair
Lakesong Pharma|Pharma|Mid-Market|North America|310|740|48|Priya Nair
Gullwing Coatings|Chemicals|SMB|North America|44|160|0|Priya Nair
Thistledown Toys|Consumer goods|SMB|North America|27|120|12|Priya Nair
Eisenau Maschinen|Machinery|Enterprise|Europe|1700|5600|132|Lukas Brandt
Falkenstieg Antriebe|Automotive|Enterprise|Europe|1250|4700|0|Lukas Brandt
Silberbach Optik|Optics|Mid-Market|Europe|190|610|36|Lukas Brandt
Morgental Molkerei|Food|Mid-Market|Europe|150|480|24|Lukas Brandt
Van Eikenstroom Verpakking|Packaging|Mid-Market|Europe|115|390|0|Lukas Brandt
Tannwald Holzbau|Furniture|SMB|Europe|29|140|0|Lukas Brandt
Kieselhof Keramik|Ceramics|SMB|Europe|17|70|12|Lukas Brandt
Officine Valdoria|Automotive|Enterprise|Europe|980|3900|84|Elena Rossi
Laboratoires Clairmont|Pharma|Enterprise|Europe|1450|4200|60|Elena Rossi
Tessitura Montebruno|Textiles|Mid-Market|Europe|105|560|0|Elena Rossi
Conservas Puertaluz|Food|Mid-Market|Europe|130|700|24|Elena Rossi
Verrerie de l'Aubrac-Neuf|Glass|SMB|Europe|26|110|0|Elena Rossi
Cantieri Belsole|Shipbuilding|SMB|Europe|48|230|12|Elena Rossi
华东智造|Machinery|Enterprise|Asia Pacific|1600|7300|108|陈静
北岭重工|Machinery|Enterprise|Asia Pacific|2100|8800|0|陈静
云帆科技|Electronics|Mid-Market|Asia Pacific|280|1250|60|陈静
青禾食品|Food|Mid-Market|Asia Pacific|170|980|24|陈静
澜海物流|Logistics|Mid-Market|Asia Pacific|220|1400|0|陈静
星桥医疗|Medical devices|SMB|Asia Pacific|46|210|12|陈静
Karrawin Precision|Electronics|SMB|Asia Pacific|33|130|0|陈静
"""
ACCOUNT_FIELDS = ["name", "industry", "segment", "region", "revenue", "employees", "current_arr", "owner"]

# List price in USD per production line and year.
PRODUCTS = {"Vale Inspect": 24_000, "Vale Trace": 18_000, "Vale Insight": 12_000, "Vale Edge": 9_500}
PRODUCT_WEIGHTS = {"Vale Inspect": 40, "Vale Trace": 28, "Vale Insight": 20, "Vale Edge": 12}
CHINESE_PRODUCTS = dict(zip(PRODUCTS, ["视觉质检", "追溯平台", "质量分析", "边缘网关"]))
LINES = {"SMB": (1, 2), "Mid-Market": (1, 5), "Enterprise": (3, 8)}
EURO_PER_DOLLAR_OF_LIST = 0.9

# Log-odds that a deal is won, by what a salesperson could know: the differences that win-loss is to find.
# Sources and competitors come with how often they occur: (weight, log-odds).
SOURCES = {"Inbound": (30, 0.0), "Outbound": (28, -1.1), "Referral": (18, 1.7), "Partner": (14, 0.3),
           "Event": (10, -0.3)}
COMPETITORS = {"": (44, 0.3), "Gridlook": (26, -1.6), "Corvane": (16, 0.1), "Nimbry": (7, 0.0), "In-house": (7, -0.3)}
TYPE_ODDS = {"New Business": 0.0, "Expansion": 0.4, "Renewal": 1.2}
SEGMENT_ODDS = {"SMB": 0.1, "Mid-Market": 0.2, "Enterprise": -0.3}
OWNER_ODDS = {"Daniel Reyes": -0.5, "陈静": 0.4}
LOSS_REASONS = {"Price": 22, "No decision": 26, "No budget": 18, "Missing feature": 16, "Timing": 12, "": 6}
LOSS_REASONS_AGAINST = {"Price": 36, "Lost to competitor": 30, "No decision": 16, "Missing feature": 12, "": 6}

# Open deals: usual days in the stage, days still to go, and how their owners forecast them.
STAGE_DAYS = {"Prospect": 9, "Discovery": 14, "Demo/Evaluation": 12, "Proposal": 15, "Negotiation": 10}
DAYS_TO_GO = {"Prospect": (60, 140), "Discovery": (40, 110), "Demo/Evaluation": (22, 75), "Proposal": (12, 50),
              "Negotiation": (4, 35)}
CATEGORIES = {"Prospect": {"Upside": 80, "Pipeline": 12, "Omitted": 8}, "Discovery": {"Pipeline": 70, "Upside": 30},
              "Demo/Evaluation": {"Pipeline": 75, "Best Case": 25},
              "Proposal": {"Best Case": 70, "Commit": 15, "Pipeline": 15}, "Negotiation": {"Commit": 75, "Best Case": 25}}
ALIASES = {"Discovery": "Qualification", "Demo/Evaluation": "Evaluation", "Proposal": "Proposal/Price Quote",
           "Negotiation": "谈判"}
NEXT_STEPS = {
    "Prospect": ["Call the plant manager back", "Book a first meeting", "Send the case study", "安排首次会面"],
    "Discovery": ["Confirm the budget", "Map the decision process", "Visit line 3", "确认预算与时间线"],
    "Demo/Evaluation": ["Run the demo on their images", "Technical review with IT", "Pilot results", "现场演示"],
    "Proposal": ["Walk through the proposal", "ROI call with finance", "Answer procurement", "与财务核对报价"],
    "Negotiation": ["Legal review of the contract", "Final terms with procurement", "Collect signatures", "合同会签"],
}

# To USD on the first of each month, January to November 2025; made up, like all the rest.
EURO_RATES = [1.0355, 1.0410, 1.0485, 1.0815, 1.1330, 1.1350, 1.1785, 1.1560, 1.1705, 1.1735, 1.1525]
YUAN_RATES = [0.1370, 0.1379, 0.1373, 0.1378, 0.1375, 0.1389, 0.1396, 0.1389, 0.1402, 0.1404, 0.1405]
